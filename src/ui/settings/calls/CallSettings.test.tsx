import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aliceAtExample, createFakeSoftphone, type FakeSoftphone } from '#testing/fake-softphone.ts';
import { renderPhone } from '#testing/render-phone.tsx';

async function openCallSettings(phone: FakeSoftphone = createFakeSoftphone(aliceAtExample)) {
  const page = renderPhone(phone);
  await page.user.click(screen.getByRole('link', { name: 'Settings' }));
  const section = await screen.findByRole('region', { name: 'Calls' }, { timeout: 5000 });
  return { ...page, section: within(section), rules: () => page.phone.callRules.store.getState() };
}

describe('do not disturb', () => {
  it('is switched in the settings and at the top of every page, and is said there in words', async () => {
    const { user, section, rules } = await openCallSettings();
    const atTheTop = screen.getByRole('button', { name: 'Do not disturb' });
    expect(atTheTop).toHaveAttribute('aria-pressed', 'false');
    await user.click(section.getByRole('switch', { name: 'Do not disturb' }));
    expect(rules().doNotDisturb).toBe(true);
    expect(atTheTop).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText('Do not disturb is on: calls do not reach you.')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Phone' }));
    expect(screen.getByText('Do not disturb is on: calls do not reach you.')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'You are not disturbed' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Switch off' }));
    expect(rules().doNotDisturb).toBe(false);
    expect(screen.queryByText(/Do not disturb is on/)).not.toBeInTheDocument();
  });
});

describe('forwarding', () => {
  it('is on once it leads somewhere, and is said on every page while it takes all calls', async () => {
    const { user, section, rules } = await openCallSettings();
    await user.click(section.getByRole('switch', { name: 'All calls' }));
    const target = section.getByLabelText('Forward to');
    expect(rules().forward.always.isOn).toBe(false);
    await user.type(target, 'two words{Enter}');
    expect(target).toHaveAccessibleDescription(/neither a number nor an address/);
    expect(rules().forward.always.isOn).toBe(false);
    await user.clear(target);
    await user.type(target, 'alice{Enter}');
    expect(target).toHaveAccessibleDescription(/your own address/);
    await user.clear(target);
    await user.type(target, 'carol{Enter}');
    expect(rules().forward.always).toEqual({ isOn: true, target: 'carol' });
    expect(screen.getByText('All your calls are forwarded to carol.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Stop forwarding' }));
    expect(section.getByRole('switch', { name: 'All calls' })).not.toBeChecked();
    await user.click(section.getByRole('switch', { name: 'All calls' }));
    expect(rules().forward.always).toEqual({ isOn: true, target: 'carol' });
  });

  it('without an answer waits for as long as the person says', async () => {
    const { user, section, rules } = await openCallSettings();
    await user.click(section.getByRole('switch', { name: 'When you do not answer' }));
    await user.type(section.getByLabelText('Forward to'), 'carol');
    const seconds = section.getByLabelText('Seconds it rings here');
    await user.clear(seconds);
    await user.type(seconds, '3');
    expect(seconds).toBeInvalid();
    expect(rules().unansweredAfterSec).toBe(20);
    await user.type(seconds, '0');
    expect(rules().unansweredAfterSec).toBe(30);
    expect(rules().forward.whenUnanswered).toEqual({ isOn: true, target: 'carol' });
  });
});

describe('answering without the person', () => {
  it('is off until somebody is allowed to ask for it, or it is wanted for every call', async () => {
    const { user, section, rules } = await openCallSettings();
    const mode = section.getByRole('combobox', { name: 'Answer without you' });
    expect(mode).toHaveDisplayValue('Never');
    await user.selectOptions(mode, 'When a caller whom you allow asks for it');
    const allowed = section.getByLabelText('Callers whom you allow');
    await user.type(allowed, 'bob, two words');
    expect(allowed).toHaveAccessibleDescription('“two words” is neither a number nor an address.');
    expect(rules().autoAnswer).toMatchObject({ mode: 'whenAsked', allowedCallers: 'bob, two words' });
    await user.selectOptions(mode, 'Every call');
    await user.clear(section.getByLabelText('Seconds it rings before'));
    await user.type(section.getByLabelText('Seconds it rings before'), '10');
    expect(rules().autoAnswer).toMatchObject({ mode: 'always', afterSec: 10 });
  });
});

it('links of other pages are offered, and asked for by nobody else', async () => {
  const { phone, user, section } = await openCallSettings();
  expect(phone.commands).toEqual([]);
  await user.click(section.getByRole('button', { name: 'Open tel: links' }));
  await user.click(section.getByRole('button', { name: 'Open sip: links' }));
  expect(phone.commands).toEqual([
    ['offerLinks', 'tel'],
    ['offerLinks', 'sip'],
  ]);
});
