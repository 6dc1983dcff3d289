import type { RTCSession } from 'jssip/lib/RTCSession';
import { expect, it } from 'vitest';
import { takeForAck } from './overtaken-ack.ts';

/** What a session in that status is given when a request comes. */
function receive(method: string, status: number, hasLateOffer = false): readonly (string | undefined)[] {
  const received: { readonly method: string; readonly body: string }[] = [];
  const session = {
    status,
    _late_sdp: hasLateOffer,
    receiveRequest: (request: (typeof received)[number]) => void received.push(request),
  };
  takeForAck(session as unknown as RTCSession);
  session.receiveRequest({ method, body: 'v=0' });
  return received.map((request) => request.method);
}

const waitingForAck = 6;
const confirmed = 9;

it('takes an offer that has overtaken the ACK for both', () => {
  for (const method of ['INVITE', 'UPDATE', 'REFER']) {
    expect(receive(method, waitingForAck)).toEqual(['ACK', method]);
  }
});

it('adds no ACK where there was one, nor where it has the answer', () => {
  expect(receive('INVITE', confirmed)).toEqual(['INVITE']);
  expect(receive('INVITE', waitingForAck, true)).toEqual(['INVITE']);
});

it('leaves a BYE and the ACK itself', () => {
  expect(receive('BYE', waitingForAck)).toEqual(['BYE']);
  expect(receive('ACK', waitingForAck)).toEqual(['ACK']);
});
