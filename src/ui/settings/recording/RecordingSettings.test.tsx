import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { RecordingRules } from '#core/config/phone-config.ts';
import { createFakeSoftphone } from '#testing/fake-softphone.ts';
import { SoftphoneProvider } from '../../shared/softphone-context.ts';
import { RecordingSettings } from './RecordingSettings.tsx';

function renderRules(rules: Partial<RecordingRules>) {
  const phone = createFakeSoftphone();
  render(
    <SoftphoneProvider value={{ ...phone, recordingRules: { ...phone.recordingRules, ...rules } }}>
      <RecordingSettings />
    </SoftphoneProvider>,
  );
}
const terms = () => screen.getAllByRole('term').map((term) => term.textContent);
const said = (term: string) =>
  screen.getAllByRole('definition')[terms().indexOf(term)]?.textContent ?? `nothing of ${term}`;

it('says when calls are recorded and what becomes of it, and that it is not decided here', () => {
  renderRules({
    policy: 'always',
    sinks: ['upload', 'folder'],
    keepLocal: { days: 7 },
    beepSeconds: 15,
    announcement: 'We record.',
  });
  expect(said('When')).toMatch(/^Every call/);
  expect(said('Where to')).toBe('To the recording server, and to a folder on this device.');
  expect(said('On this device')).toBe('A recording stays here for 7 days after it is stored.');
  expect(said('Beep')).toBe('Both sides hear a beep every 15 seconds.');
  expect(said('To read out')).toBe('We record.');
  expect(screen.getByText(/cannot be changed here\.$/)).toBeInTheDocument();
});

it.each([
  ['ask', 'You are asked in each call.'],
  ['on-demand', 'When you press “Record” in a call.'],
] as const)('leaves out what there is not: %s', (policy, when) => {
  renderRules({ policy, sinks: ['folder'], keepLocal: 'always', beepSeconds: 0, announcement: null });
  expect(said('When')).toBe(when);
  expect(said('Where to')).toBe('To a folder on this device.');
  expect(said('On this device')).toBe('Recordings stay here until you delete them.');
  expect(terms()).toEqual(['When', 'Where to', 'On this device']);
});

it('says no more than that where no call is recorded', () => {
  renderRules({ policy: 'never', beepSeconds: 15 });
  expect(terms()).toEqual(['When']);
  expect(said('When')).toBe('No call is recorded.');
});
