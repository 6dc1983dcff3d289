import { describe, expect, it } from 'vitest';
import { byeFromBob, createPhone, incoming, outgoing, s1 } from '#testing/call-phone.ts';
import { silentLogger } from '../shared/logger.ts';
import { asCallId } from '../shared/ids.ts';
import type { ClientEventHandler } from './client-event-handler.ts';

const c1 = asCallId('c1');
const active = { sessionId: s1, state: 'Active' } as const;
const ignoring: ClientEventHandler = { onIncomingCall: () => ({ kind: 'ignore' }) };

function createWatched() {
  const failures: unknown[] = [];
  const logger = { ...silentLogger, error: (_text: string, about?: object) => void failures.push(about) };
  return { ...createPhone({ logger }), failures };
}

describe('a listener of the store', () => {
  it('that throws breaks no command, no event and no other listener', () => {
    const { handler, moves, failures } = createWatched();
    const seen: (string | undefined)[] = [];
    handler.store.subscribe(() => {
      throw new Error('broken');
    });
    handler.store.subscribe(({ callInfo }) => seen.push(callInfo.get(c1)?.state));
    handler.hangUpCall(handler.registerOutgoingCall(outgoing));
    expect(moves()).toEqual(['null > Initiating', 'Initiating > Cancelled']);
    expect(seen).toEqual(['Initiating', 'Cancelled']);
    expect(failures).toHaveLength(2);
  });

  it('that ends a call is told after everyone has heard of what it acts on', () => {
    const { handler, call, moves } = createPhone();
    const seen: string[] = [];
    handler.store.subscribe(({ liveCalls }) => {
      if (liveCalls.get(c1)?.state === 'Connected') handler.hangUpCall(c1);
    });
    handler.store.subscribe((state, previous) => {
      seen.push(`${previous.callInfo.get(c1)?.state} > ${state.callInfo.get(c1)?.state}`);
    });
    handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
    handler.onCallEstablished(active, 'offer', 'answer');
    expect(call()?.state).toBe('Terminated');
    expect(handler.store.getState().liveCalls.size).toBe(0);
    expect(moves()).toEqual(['null > Initiating', 'Initiating > Connected', 'Connected > Terminated']);
    expect(seen.slice(-2)).toEqual(['Initiating > Connected', 'Connected > Terminated']);
  });

  it('that ends a call is not followed by news of it', () => {
    const { handler, events } = createPhone();
    handler.store.subscribe(({ liveCalls }) => {
      if (liveCalls.get(c1)?.onHold === true) handler.hangUpCall(c1);
    });
    handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
    handler.onCallEstablished(active, null, null);
    handler.onHoldChanged(s1, 'local', true);
    expect(events.slice(-2)).toMatchObject([
      { mediaType: { kind: 'HoldStateChanged' } },
      { newState: 'Terminated' },
    ]);
  });

  it('hears nothing once it has stopped, though it stops while others are told', () => {
    const { handler } = createPhone();
    let told = 0;
    const stops: (() => void)[] = [];
    handler.store.subscribe(() => stops.forEach((stop) => stop()));
    stops.push(handler.store.subscribe(() => (told += 1)));
    handler.registerOutgoingCall(outgoing);
    expect(told).toBe(0);
  });
});

describe('a listener of events', () => {
  it('that ends a call while its transfer goes on does not bring it back', () => {
    const { handler, call } = createPhone();
    handler.subscribe((event) => {
      if (event.kind === 'TransferProgress') handler.hangUpCall(event.callId);
    });
    handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
    handler.onCallEstablished(active, null, null);
    handler.onTransferStarted(c1, 'sip:carol@example.com', null);
    handler.onTransferProgress(s1, 'Accepted');
    expect(call()?.state).toBe('Terminated');
    expect(handler.store.getState().liveCalls.size).toBe(0);
  });

  it('that refuses an incoming call leaves the application nothing to decide', async () => {
    const { handler, call } = createPhone();
    let asked = 0;
    handler.setEventHandler({
      onIncomingCall: () => {
        asked += 1;
        return { kind: 'accept' };
      },
    });
    handler.subscribe((event) => {
      if (event.kind === 'IncomingCall') handler.rejectCall(event.callId);
    });
    await expect(handler.onIncomingCall(incoming())).resolves.toEqual({ kind: 'defer' });
    expect([asked, call()?.state]).toEqual([0, 'Terminated']);
  });
});

describe('the event handler', () => {
  const fail = () => {
    throw new Error('broken');
  };
  const failLater = (() => Promise.reject(new Error('broken'))) as () => void;

  it.each([
    ['throws', fail],
    ['rejects', failLater],
  ])('breaks nothing when each of its methods %s', async (_how, broken) => {
    const { handler, call, failures } = createWatched();
    handler.setEventHandler({
      ...ignoring,
      onCallStateChanged: broken,
      onMediaEvent: broken,
      onRegistrationStatusChanged: broken,
      onClientError: broken,
      onNetworkEvent: broken,
      onTransferEvent: broken,
    });
    handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
    handler.onCallEstablished(active, null, null);
    handler.onHoldChanged(s1, 'remote', true);
    handler.onTransferRequested(s1, { targetUri: 'sip:x', referredBy: null, isAttended: false });
    handler.publish({ kind: 'NetworkEvent', connected: false, reason: null, priority: 'Normal' });
    const error = { code: 'media/microphone-failed' } as const;
    handler.publish({ kind: 'ClientError', callId: null, error, priority: 'Normal' });
    const status = 'Active';
    handler.publish({ kind: 'RegistrationStatusChanged', registrationId: 'r', status, priority: 'Normal' });
    handler.onCallEnded({ sessionId: s1, state: 'Terminated' }, byeFromBob);
    expect(call()?.state).toBe('Terminated');
    await expect.poll(() => failures.length).toBe(8);
  });
});

describe('the application', () => {
  it('is asked about a call that a listener brings in when every subscriber has heard of it', async () => {
    const { handler } = createPhone();
    const heard: string[] = [];
    handler.setEventHandler({
      onIncomingCall: ({ callId }) => {
        heard.push(`asked about ${callId}`);
        return { kind: 'ignore' };
      },
    });
    handler.subscribe((event) => {
      if (event.kind === 'CallStateChanged' && event.newState === 'Initiating')
        void handler.onIncomingCall(incoming());
    });
    handler.subscribe((event) => {
      if (event.kind === 'IncomingCall') heard.push(`told of ${event.callId}`);
    });
    handler.registerOutgoingCall(outgoing);
    await Promise.resolve();
    expect(heard).toEqual(['told of c2', 'asked about c2']);
  });
});
