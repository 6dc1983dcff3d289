import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildCall } from '#testing/call-builders.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { renderPhone } from '#testing/render-phone.tsx';

async function openSoundSettings(phone = createFakeSoftphone(aliceAtExample)) {
  const page = renderPhone(phone);
  await page.user.click(screen.getByRole('link', { name: 'Settings' }));
  await screen.findByRole('heading', { name: 'Ringing' }, { timeout: 5000 });
  return page;
}

const choice = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
const shown = (name: string) => choice(name).selectedOptions[0]?.textContent;

describe('the choice of devices', () => {
  it('offers what is plugged in, for each role', async () => {
    const { phone, user } = await openSoundSettings();
    const options = (name: string) =>
      within(choice(name))
        .getAllByRole('option')
        .map(({ textContent }) => textContent);
    expect(options('Microphone')).toEqual(['System default', 'Headset', 'Webcam']);
    expect(options('Ringing')).toEqual(['System default', 'Headset', 'Loudspeaker']);
    await user.selectOptions(choice('Speaker'), 'Headset');
    expect(['Microphone', 'Speaker', 'Ringing'].map(shown)).toEqual([
      'System default',
      'Headset',
      'System default',
    ]);
    expect(phone.callAudio.outputOf('ringback')).toBe('headset');
  });

  it('says that a device is away, and goes on offering it', async () => {
    const { phone, user } = await openSoundSettings();
    await user.selectOptions(choice('Microphone'), 'Headset');
    act(() => phone.audioDevices.plug({ inputs: [{ id: 'webcam', label: 'Webcam' }] }));
    expect(await screen.findByText('The system default is used until “Headset” is back.')).toBeVisible();
    expect(shown('Microphone')).toBe('Headset (not connected)');
  });

  it('says that a device has vanished, and keeps the one before', async () => {
    const { phone, user } = await openSoundSettings();
    phone.callAudio.outputs.delete('loudspeaker');
    await user.selectOptions(choice('Ringing'), 'Loudspeaker');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^This device is not there any more, so everything stays as it was\./,
    );
    expect(shown('Ringing')).toBe('System default');
    await user.selectOptions(choice('Ringing'), 'Headset');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('is not offered where the browser does not give it', async () => {
    await openSoundSettings(createFakeSoftphone(aliceAtExample, { canChooseOutput: false }));
    const sound = within(screen.getByRole('region', { name: 'Sound' }));
    expect(sound.getAllByRole('combobox')).toHaveLength(1);
    expect(screen.getAllByText(/plays everything on the output that the system uses/)).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'Test: Ringing' })).toBeEnabled();
  });

  it('says how to come to know the devices while the browser does not tell', async () => {
    const phone = createFakeSoftphone(aliceAtExample);
    phone.audioDevices.plug({ inputs: [], outputs: [] });
    await openSoundSettings(phone);
    expect(screen.getByText(/names your devices once you have allowed the microphone/)).toBeVisible();
  });
});

describe('the tests', () => {
  it('play the ring and a tone', async () => {
    const { phone, user } = await openSoundSettings();
    await user.click(screen.getByRole('button', { name: 'Test: Speaker' }));
    await user.click(screen.getByRole('button', { name: 'Test: Ringing' }));
    expect(phone.commands).toEqual([
      ['testOutput', 'speaker'],
      ['testOutput', 'ringer'],
    ]);
  });

  it('listen to the microphone until they are stopped, or the page is left', async () => {
    const { phone, user } = await openSoundSettings();
    expect(phone.microphone.open()).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Test: Microphone' }));
    expect(await screen.findByText('Your microphone hears you.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Stop the test' }));
    expect(phone.microphone.open()).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Test: Microphone' }));
    expect(phone.microphone.open()).toBe(1);
    await user.click(screen.getByRole('link', { name: 'Phone' }));
    expect(phone.microphone.open()).toBe(0);
  });

  it('say that nothing is heard yet, and why there is no microphone', async () => {
    const { phone, user } = await openSoundSettings();
    phone.callAudio.setLevel(0.0001);
    await user.click(screen.getByRole('button', { name: 'Test: Microphone' }));
    expect(screen.getByText('Say something: the bar moves with your voice.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Stop the test' }));
    phone.microphone.failWith('media/permission-denied');
    await user.click(screen.getByRole('button', { name: 'Test: Microphone' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/does not let this page use your microphone/);
  });

  it('begin by themselves in a call', async () => {
    const { phone } = await openSoundSettings();
    act(() => phone.book.add(buildCall({ state: 'Connected', connectedAt: Date.now() })));
    expect(await screen.findByRole('button', { name: 'Stop the test' })).toBeVisible();
  });
});

it('what is done to the voice is switched by the person', async () => {
  const { phone, user } = await openSoundSettings();
  const noise = screen.getByRole('switch', { name: 'Noise suppression' });
  expect(noise).toBeChecked();
  await user.click(noise);
  expect(noise).not.toBeChecked();
  expect(phone.microphone.wish().processing).toEqual({
    echoCancellation: true,
    noiseSuppression: false,
    autoGainControl: true,
  });
});

it('are what the card of a call leads to', async () => {
  const { phone, user } = renderPhone();
  act(() => phone.book.add(buildCall({ state: 'Connected', connectedAt: Date.now() })));
  await user.click(screen.getByRole('link', { name: 'Microphone and speaker' }));
  await waitFor(() => expect(screen.getByRole('region', { name: 'Sound' })).toHaveFocus());
});
