import { describe, expect, it } from 'vitest';
import { createPhone, outgoing, s1 } from '#testing/call-phone.ts';
import { asCallId } from '../shared/ids.ts';
import { collectReceivedDigits } from './received-digits.ts';

describe('collectReceivedDigits', () => {
  it('keeps what came in, in order, and no more than the last 64', () => {
    const { handler } = createPhone();
    const received = collectReceivedDigits(handler);
    handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
    handler.onCallEstablished({ sessionId: s1, state: 'Active' }, null, null);
    for (const digit of '12#a') handler.onDtmf(s1, digit, 100);
    expect(received.getState().get(asCallId('c1'))).toBe('12#A');
    for (let count = 0; count < 100; count += 1) handler.onDtmf(s1, String(count % 10), 100);
    expect(received.getState().get(asCallId('c1'))).toHaveLength(64);
    expect(received.getState().get(asCallId('c1'))?.endsWith('789')).toBe(true);
  });
});
