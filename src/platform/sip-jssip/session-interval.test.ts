import type { RTCSession } from 'jssip/lib/RTCSession';
import { expect, it } from 'vitest';
import { askForLongerInterval } from './session-interval.ts';

interface Offer {
  readonly extraHeaders: readonly string[];
  readonly eventHandlers: { readonly failed: (response?: object) => void };
}

const refusal = (status: number, minSe?: string) => ({
  status_code: status,
  getHeader: (name: string) => (name === 'Min-SE' ? minSe : undefined),
});

/** A session of JsSIP's that is established. */
function openSession() {
  const offers: Offer[] = [];
  const failures: unknown[] = [];
  const state = { isEnded: false };
  const send = (offer: Offer) => void offers.push(offer);
  const jssip = {
    _sessionTimers: { defaultExpires: 1800, currentExpires: 1800 },
    _receiveInviteResponse: () => undefined,
    _sendReinvite: send,
    _sendUpdate: send,
    isEnded: () => state.isEnded,
  };
  askForLongerInterval(jssip as unknown as RTCSession);
  const refresh = (name: '_sendUpdate' | '_sendReinvite' = '_sendUpdate') =>
    (Reflect.get(jssip, name) as (options: object) => void)({
      extraHeaders: ['X: y'],
      eventHandlers: { failed: (response: unknown) => failures.push(response) },
    });
  return { offers, failures, state, refresh, timers: Reflect.get(jssip, '_sessionTimers') as object };
}

it('refreshes anew with what the peer wants, and tells it to everybody from then on', () => {
  const { offers, failures, refresh, timers } = openSession();
  refresh();
  offers[0]?.eventHandlers.failed(refusal(422, '600'));
  expect(timers).toEqual({ defaultExpires: 1800, currentExpires: 1800 });
  offers[1]?.eventHandlers.failed(refusal(422, ' 3600;by=proxy'));
  expect(timers).toEqual({ defaultExpires: 3600, currentExpires: 3600 });
  refresh('_sendReinvite');
  expect(offers.map(({ extraHeaders }) => extraHeaders)).toEqual([
    ['X: y'],
    ['X: y', 'Min-SE: 600'],
    ['X: y', 'Min-SE: 3600'],
    ['X: y', 'Min-SE: 3600'],
  ]);
  expect(failures).toEqual([]);
});

it.each([
  ['another refusal', refusal(500, '3600')],
  ['one that names nothing', refusal(422)],
  ['one that names what everybody takes', refusal(422, '90')],
  ['one that names nonsense', refusal(422, '-1')],
  ['one that names years', refusal(422, '999999999')],
  ['no answer', undefined],
])('leaves %s to whoever has asked', (_what, response) => {
  const { offers, failures, refresh } = openSession();
  refresh();
  offers[0]?.eventHandlers.failed(response);
  expect(failures).toEqual([response]);
  expect(offers).toHaveLength(1);
});

it('asks for nothing in a session that is over', () => {
  const { offers, failures, state, refresh } = openSession();
  refresh();
  state.isEnded = true;
  offers[0]?.eventHandlers.failed(refusal(422, '3600'));
  expect(failures).toHaveLength(1);
  expect(offers).toHaveLength(1);
});
