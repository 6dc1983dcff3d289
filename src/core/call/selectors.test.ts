import { describe, expect, it } from 'vitest';
import { createPhone, incoming, outgoing, s1 } from '#testing/call-phone.ts';
import { asSessionId } from '../shared/ids.ts';
import { newIncomingCall, newOutgoingCall } from './new-call.ts';
import { remoteAddress, remoteName, remoteUriOf, selectIncomingCalls, selectLiveCalls } from './selectors.ts';
import { asCallId } from '../shared/ids.ts';

const from = (value: string) =>
  newIncomingCall(asCallId('c1'), { ...incoming(), from: value, headers: {} }, 0);

describe('the remote party', () => {
  it.each([
    [
      '"Bob \u202EJones" <sip:bob@example.com;ob>;tag=1',
      'Bob Jones',
      'bob@example.com',
      'sip:bob@example.com;ob',
    ],
    ['<sip:bob@example.com>', 'bob', 'bob@example.com', 'sip:bob@example.com'],
    ['SIPS:bob@example.com;tag=1', 'bob', 'bob@example.com', 'SIPS:bob@example.com'],
    ['"\u200B" <tel:+1555;phone-context=x>', '+1555', '+1555', 'tel:+1555;phone-context=x'],
    [
      '<sip:I%20have%20spaces@example.net>',
      'I have spaces',
      'I%20have%20spaces@example.net',
      'sip:I%20have%20spaces@example.net',
    ],
    ['<sip:%E0%A4%A@example.net>', '%E0%A4%A', '%E0%A4%A@example.net', 'sip:%E0%A4%A@example.net'],
    ['<sip:example.net>', 'example.net', 'example.net', 'sip:example.net'],
    ['"sip:ceo@corp.example" <sip:eve@x>', 'eve', 'eve@x', 'sip:eve@x'],
    ['" <SIPS:ceo@corp.example>" <sip:eve@x>', 'eve', 'eve@x', 'sip:eve@x'],
    ['"\u200B\\"tel:+1555\\"" <tel:+1999>', '+1999', '+1999', 'tel:+1999'],
    ['"ｓｉｐ：ceo@corp.example" <sip:eve@x>', 'eve', 'eve@x', 'sip:eve@x'],
    ['<sip:sip%3Aceo@x>', 'sip%3Aceo@x', 'sip%3Aceo@x', 'sip:sip%3Aceo@x'],
    ['"Sipho: home" <sip:sipho@x>', 'Sipho: home', 'sipho@x', 'sip:sipho@x'],
    ['Alice sip:a@b;tag=1', 'Alice', 'a@b', 'sip:a@b'],
  ])('of %j', (value, name, address, uri) => {
    const call = from(value);
    expect([remoteName(call), remoteAddress(call), remoteUriOf(call)]).toEqual([name, address, uri]);
  });

  it('of a call that the person places is what they dialled', () => {
    const call = newOutgoingCall(asCallId('c1'), outgoing, 0);
    expect([remoteName(call), remoteAddress(call)]).toEqual(['bob', 'bob@example.com']);
  });
});

describe('selectors', () => {
  it('tell live calls from ended ones, and those that wait for a decision from the others', () => {
    const { handler } = createPhone();
    handler.setEventHandler({ onIncomingCall: () => ({ kind: 'ignore' }) });
    const placed = handler.registerOutgoingCall(outgoing);
    void handler.onIncomingCall(incoming(s1));
    void handler.onIncomingCall(incoming(asSessionId('s2')));
    handler.answerCall(asCallId('c2'));
    const ids = (calls: readonly { readonly callId: string }[]) => calls.map(({ callId }) => callId);
    const state = handler.store.getState();
    expect(ids(selectLiveCalls(state))).toEqual([placed, 'c2', 'c3']);
    expect(ids(selectIncomingCalls(state))).toEqual(['c3']);
    handler.hangUpCall(placed);
    expect(ids(selectLiveCalls(handler.store.getState()))).toEqual(['c2', 'c3']);
  });
});
