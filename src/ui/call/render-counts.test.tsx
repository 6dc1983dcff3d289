import { act, render, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { asCallId } from '#core/shared/ids.ts';
import { buildCall } from '#testing/call-builders.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { SoftphoneProvider } from '../shared/softphone-context.ts';
import { CallCard } from './CallCard.tsx';

const one = asCallId('one');
const two = asCallId('two');

function renderTwoCards() {
  const phone = createFakeSoftphone(aliceAtExample);
  for (const callId of [one, two])
    phone.book.add(buildCall({ callId, remoteUri: `sip:${callId}@example.com` }));
  const rendered: string[] = [];
  const onDismiss = () => undefined;
  render(
    <SoftphoneProvider value={phone}>
      {[one, two].map((callId) => (
        <Profiler key={callId} id={callId} onRender={(id) => rendered.push(id)}>
          <CallCard callId={callId} onDismiss={onDismiss} />
        </Profiler>
      ))}
    </SoftphoneProvider>,
  );
  rendered.length = 0;
  return { phone, rendered };
}

describe('how often cards render', () => {
  it('renders the card of the call that changed, and no other', () => {
    const { phone, rendered } = renderTwoCards();
    act(() => phone.book.change(one, { state: 'Ringing' }));
    expect(rendered).toEqual(['one']);
  });

  it('renders nothing while time passes', () => {
    vi.useFakeTimers({ now: 1_700_000_000_000 });
    const { phone, rendered } = renderTwoCards();
    act(() => phone.book.change(two, { state: 'Connected', connectedAt: 1_700_000_000_000 }));
    rendered.length = 0;
    act(() => {
      vi.advanceTimersByTime(60_000);
    });
    expect(screen.getByRole('timer')).toHaveTextContent('1:00');
    expect(rendered).toEqual([]);
    vi.useRealTimers();
  });

  it('renders nothing when the recording of another call moves on', () => {
    const { phone, rendered } = renderTwoCards();
    act(() => phone.recordings.setState((state) => ({ ...state, listing: 'reading' })));
    expect(rendered).toEqual([]);
  });
});
