import { act, screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { buildCall } from '#testing/call-builders.ts';
import { aliceAtExample, createFakeSoftphone, type FakeSoftphone } from '#testing/fake-softphone.ts';
import { renderPhone } from '#testing/render-phone.tsx';

afterEach(() => void vi.useRealTimers());

/** The line about one thing. */
const line = (name: string) => screen.getByRole('listitem', { name });
const press = (user: UserEvent, name: string) => user.click(screen.getByRole('button', { name }));

async function startInSettings(phone: FakeSoftphone) {
  const { user } = renderPhone(phone);
  await user.click(screen.getByRole('link', { name: 'Check sound and network' }));
  await user.click(await screen.findByRole('button', { name: 'Start the check' }));
  return user;
}

it('says that everything works, once the person has heard the tone', async () => {
  const phone = createFakeSoftphone(aliceAtExample);
  const user = await startInSettings(phone);
  expect(await screen.findByText('“System default” hears you.')).toBeVisible();
  expect(phone.microphone.open()).toBe(0);
  expect(await screen.findByText(/A tone was played on “System default”/)).toBeVisible();
  expect(phone.commands).toContainEqual(['testOutput', 'speaker']);
  expect(line('Phone server')).toHaveTextContent('The server of your calls answers.');
  expect(line('Way of the sound')).toHaveTextContent('Sound can go directly.');
  expect(line('Account')).toHaveTextContent('alice@example.com: calls reach you.');
  expect(screen.queryByRole('button', { name: 'Check again' })).not.toBeInTheDocument();
  await press(user, 'Yes, I heard it');
  expect(screen.getByText('Everything works: you can call.')).toBeVisible();
  await press(user, 'Check again');
  expect(phone.network.reached).toEqual(['wss://example.com/sip', 'wss://example.com/sip']);
});

it('says what is wrong, and the one thing to do', async () => {
  const turn = [{ urls: 'turn:example.com', username: 'u', credential: 'c' }];
  const phone = createFakeSoftphone(aliceAtExample, { iceServers: turn });
  phone.microphone.failWith('media/permission-denied');
  phone.network.closed.set('wss://example.com/sip', 'signalling/server-unreachable');
  phone.network.give(['host']);
  const user = await startInSettings(phone);
  act(() => phone.setRegistration({ status: 'failed', error: { code: 'registration/wrong-password' } }));
  await press(user, 'No');
  for (const [name, sentence, action] of [
    ['Microphone', /does not let this page use your microphone/, /Allow the microphone/],
    ['Speaker', /was not heard/, /Turn up the volume/],
    ['Phone server', /The server does not answer/, /Check the WebSocket server/],
    ['Way of the sound', /relay \(TURN\) does not answer/, /let TURN pass/],
    ['Account', /does not accept this password/, /Type the password again/],
  ] as const) {
    expect(line(name)).toHaveTextContent(sentence);
    expect(line(name)).toHaveTextContent(action);
  }
  expect(screen.getByText('5 things are not well.')).toBeVisible();
});

it('offers another speaker where the tone was not heard, and plays it there', async () => {
  const phone = createFakeSoftphone(aliceAtExample);
  const user = await startInSettings(phone);
  await user.click(await screen.findByRole('button', { name: 'No' }));
  const speaker = within(line('Speaker'));
  await user.selectOptions(speaker.getByRole('combobox', { name: 'Speaker' }), 'Loudspeaker');
  await user.click(speaker.getByRole('button', { name: 'Play the tone' }));
  expect(await speaker.findByText('A tone was played on “Loudspeaker”. Did you hear it?')).toBeVisible();
  expect(phone.commands.filter(([name]) => name === 'testOutput')).toHaveLength(2);
});

it('tells a network that is gone from a server that is down', async () => {
  const phone = createFakeSoftphone(aliceAtExample);
  phone.network.closed.set('wss://example.com/sip', 'signalling/server-unreachable');
  phone.network.setPageReachable(false);
  await startInSettings(phone);
  expect(line('Phone server')).toHaveTextContent('Not even the server of this page answers.');
});

it('plays no tone into a call, and lets go of the microphone when the page is left', async () => {
  const phone = createFakeSoftphone(aliceAtExample);
  const { user } = renderPhone(phone);
  await user.click(screen.getByRole('link', { name: 'Settings' }));
  await screen.findByRole('button', { name: 'Start the check' });
  phone.callAudio.setLevel(0);
  await press(user, 'Start the check');
  expect(await screen.findByText('Say something: “System default” listens.')).toBeVisible();
  expect(phone.microphone.open()).toBe(1);
  await user.click(screen.getByRole('link', { name: 'Phone' }));
  expect(phone.microphone.open()).toBe(0);

  act(() => phone.book.add(buildCall({ state: 'Connected', connectedAt: Date.now() })));
  await user.click(screen.getByRole('link', { name: 'Settings' }));
  phone.callAudio.setLevel(0.5);
  await user.click(await screen.findByRole('button', { name: 'Start the check' }));
  expect(await screen.findByText('You are in a call, so no tone is played.')).toBeVisible();
  expect(phone.commands).not.toContainEqual(['testOutput', 'speaker']);
});

it('says that a microphone is silent, and offers another one', async () => {
  const phone = createFakeSoftphone(aliceAtExample);
  phone.callAudio.setLevel(0);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const user = await startInSettings(phone);
  await act(() => vi.advanceTimersByTimeAsync(8100));
  vi.useRealTimers();
  expect(line('Microphone')).toHaveTextContent('“System default” is on, but nothing was heard.');
  expect(phone.microphone.open()).toBe(0);
  await user.selectOptions(within(line('Microphone')).getByRole('combobox'), 'Headset');
  expect(phone.microphone.wish().deviceId).toBe('headset');
});

it('is there for a stranger, and tries the server that the form proposes', async () => {
  const phone = createFakeSoftphone();
  const { user } = renderPhone(phone);
  await press(user, 'Check sound and network');
  await user.click(await screen.findByRole('button', { name: 'Start the check' }));
  await user.click(await screen.findByRole('button', { name: 'Yes, I heard it' }));
  expect(line('Account')).toHaveTextContent('Nobody is signed in, so no call can come yet.');
  expect(screen.getByText('Everything works. Sign in, and you can call.')).toBeVisible();
  expect(phone.network.reached).toEqual(['wss://example.com/sip']);
});
