import { act, render, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { expect, it, vi } from 'vitest';
import { asCallId } from '#core/shared/ids.ts';
import { buildCall } from '#testing/call-builders.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { SoftphoneProvider } from '../shared/softphone-context.ts';
import { IncomingCall } from './IncomingCall.tsx';
import { IncomingCalls } from './IncomingCalls.tsx';

const [one, two] = [asCallId('one'), asCallId('two')];
const ringing = (callId: typeof one) =>
  buildCall({ callId, state: 'IncomingPending', direction: 'Incoming', remoteDisplayName: callId });
const nothing = () => undefined;

it('draws the toasts once when a call comes and once when it goes, whatever the other calls do', () => {
  const phone = createFakeSoftphone(aliceAtExample);
  const onRender = vi.fn<() => void>();
  render(
    <SoftphoneProvider value={phone}>
      <Profiler id="toasts" onRender={onRender}>
        <IncomingCalls overDialer={false} onAccepted={nothing} />
      </Profiler>
    </SoftphoneProvider>,
  );
  const countOf = (change: () => void) => {
    onRender.mockClear();
    act(change);
    return onRender.mock.calls.length;
  };
  expect(countOf(() => phone.book.add(buildCall({ callId: two })))).toBe(0);
  expect(countOf(() => phone.book.add(ringing(one)))).toBe(1);
  expect(countOf(() => phone.book.change(two, { state: 'Ringing' }))).toBe(0);
  expect(countOf(() => phone.book.change(two, { quality: null }))).toBe(0);
  expect(countOf(() => phone.reject(one))).toBe(1);
});

it('draws no toast again while another one changes or counts down', () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  const phone = createFakeSoftphone(aliceAtExample);
  for (const callId of [one, two]) phone.book.add(ringing(callId));
  const rendered: string[] = [];
  render(
    <SoftphoneProvider value={phone}>
      {[one, two].map((callId) => (
        <Profiler key={callId} id={callId} onRender={(id) => rendered.push(id)}>
          <IncomingCall callId={callId} onAccepted={nothing} />
        </Profiler>
      ))}
    </SoftphoneProvider>,
  );
  rendered.length = 0;
  act(() => phone.autoAnswers.setState(new Map([[one, { phase: 'due', atMs: Date.now() + 5000 }]])));
  expect(rendered).toEqual(['one']);
  act(() => {
    vi.advanceTimersByTime(3000);
  });
  expect(screen.getByRole('timer')).toHaveTextContent('0:02');
  expect(rendered).toEqual(['one']);
  vi.useRealTimers();
});
