import { expect, it } from 'vitest';
import type { SubscriptionEvent } from '#core/signalling/subscription.ts';
import { openPhone, type SignallingStage } from './signalling-stage.ts';

/** What every `SignallingPort` does with subscriptions, at a server of which nobody is told anything. */
export function describeSubscriptionContract(setStage: () => SignallingStage): void {
  it('is told once, and not before it has its way out, that what nobody tells cannot be watched', async () => {
    const { port, accountEvents } = openPhone(setStage(), 'alice');
    port.start();
    await expect.poll(() => accountEvents.at(-1), { timeout: 5000 }).toEqual({ kind: 'registered' });
    const events: SubscriptionEvent[] = [];
    const end = port.subscribe({ event: 'dialog', targetUri: 'sip:bob@localhost' }, (event) =>
      events.push(event),
    );
    expect(events).toEqual([]);
    await expect.poll(() => events, { timeout: 5000 }).toEqual([{ kind: 'refused' }]);
    end();
    end();
    await port.stop();
    expect(events).toHaveLength(1);
  });
}
