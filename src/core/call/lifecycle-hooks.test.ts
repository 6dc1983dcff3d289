import { describe, expect, it } from 'vitest';
import { createPhone, incoming, outgoing, s1 } from '#testing/call-phone.ts';
import type { CallMeta, HangupMeta } from '../hooks/call-meta.ts';
import type { LifecycleSink } from '../hooks/lifecycle-sink.ts';
import { nopLifecycle } from '../hooks/lifecycle-sink.ts';
import type { FinishedRecording } from '../hooks/recording-session.ts';
import { nothingCaptured, nothingKept } from '../hooks/recording-sink.ts';
import { asCallId, asSessionId } from '../shared/ids.ts';
import type { CallId } from '../shared/ids.ts';
import { silentLogger } from '../shared/logger.ts';
import { followLifecycle } from './lifecycle-hooks.ts';

type FinishRecording = Parameters<typeof followLifecycle>[0]['finishRecording'];

function createFollowed(
  finishRecording: FinishRecording = () => null,
  options: Parameters<typeof createPhone>[0] = {},
) {
  const phone = createPhone(options);
  phone.handler.setEventHandler({ onIncomingCall: () => ({ kind: 'ignore' }) });
  const told: string[] = [];
  const byes: (FinishedRecording & { meta: CallMeta; hangup: HangupMeta })[] = [];
  const sink: LifecycleSink = {
    ...nopLifecycle,
    onRinging: ({ direction }) => void told.push(`ringing ${direction}`),
    onEstablished: () => void told.push('established'),
    onBye: (meta, hangup, artifact, result) => {
      told.push('bye');
      byes.push({ meta, hangup, artifact, result });
    },
    onTransferStarted: (_meta, targetUri) => void told.push(`transfer to ${targetUri}`),
    onBridgeStarted: (inbound, outbound) => void told.push(`bridge ${inbound} ${outbound}`),
    onFailed: (_meta, { initiator }, { url }) => void told.push(`failed ${initiator}${url}`),
  };
  const stop = followLifecycle({ store: phone.handler.store, sink, finishRecording, logger: silentLogger });
  return { ...phone, told, byes, stop };
}

describe('followLifecycle', () => {
  it('tells an incoming call, and waits for its recording before it says bye', async () => {
    let finish: (finished: FinishedRecording) => void = () => undefined;
    const { handler, at, told, byes } = createFollowed(() => new Promise((resolve) => (finish = resolve)));
    void handler.onIncomingCall(incoming());
    at(2000);
    handler.onCallEstablished({ sessionId: s1, state: 'Active' }, null, null);
    handler.onCallConfirmed(s1);
    handler.onCallConfirmed(s1);
    at(5000);
    handler.hangUpCall(asCallId('c1'));
    await Promise.resolve();
    expect(told).toEqual(['ringing inbound', 'established']);
    const artifact = { ...nothingCaptured(asCallId('c1')), payload: new Uint8Array(4) };
    const result = { url: 'https://store/1', objectKey: '1', bytes: 4 };
    finish({ artifact, result });
    await expect.poll(() => told.at(-1)).toBe('bye');
    expect(byes).toMatchObject([
      {
        meta: { callId: 'c1', correlationId: 'cid@host', direction: 'inbound' },
        hangup: { initiator: 'local', sipCode: 0, durationMs: 3000, endedAt: 5000 },
        artifact,
        result,
      },
    ]);
  });

  it('says bye without a recording when that could not be finished', async () => {
    const { handler, told, byes } = createFollowed(() => Promise.reject(new Error('disk')));
    void handler.onIncomingCall(incoming());
    handler.onCallEstablished({ sessionId: s1, state: 'Active' }, null, null);
    handler.onCallConfirmed(s1);
    handler.hangUpCall(asCallId('c1'));
    await expect.poll(() => told.at(-1)).toBe('bye');
    expect(byes[0]).toMatchObject({ artifact: { payload: null }, result: nothingKept });
  });

  it('waits for the recording of a call that was answered and never established, too', async () => {
    const result = { url: ' at https://store/1', objectKey: '1', bytes: 4 };
    const { handler, told } = createFollowed((callId) =>
      Promise.resolve({ artifact: nothingCaptured(callId), result }),
    );
    void handler.onIncomingCall(incoming());
    handler.onCallEstablished({ sessionId: s1, state: 'Active' }, null, null);
    handler.hangUpCall(asCallId('c1'));
    await expect.poll(() => told).toEqual(['ringing inbound', 'failed local at https://store/1']);
  });

  it('tells the codec once it is negotiated', () => {
    const { handler, byes } = createFollowed();
    const sdp = 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 8 0\r\n';
    void handler.onIncomingCall(incoming());
    handler.onCallEstablished({ sessionId: s1, state: 'Active' }, sdp, sdp);
    handler.onCallConfirmed(s1);
    handler.hangUpCall(asCallId('c1'));
    expect(byes).toMatchObject([{ meta: { codec: 'PCMA' } }]);
  });

  it('rings once for an outgoing call, and fails when it is over before the ACK', () => {
    const { handler, told } = createFollowed();
    const callId = handler.registerOutgoingCall(outgoing);
    handler.attachSession(callId, s1);
    handler.onCallProgress(s1, 183, '');
    handler.onCallProgress(s1, 180, '');
    handler.hangUpCall(callId);
    expect(told).toEqual(['ringing outbound', 'failed local']);
  });

  it('tells every end, though no history is kept', async () => {
    const { handler, told } = createFollowed(undefined, { historyLimit: 0 });
    handler.hangUpCall(handler.registerOutgoingCall(outgoing));
    handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
    handler.onCallEstablished({ sessionId: s1, state: 'Active' }, null, null);
    handler.onCallConfirmed(s1);
    handler.hangUpCall(asCallId('c2'));
    await expect.poll(() => told).toEqual(['failed local', 'established', 'bye']);
  });

  it('tells the end of a call that another listener ends while it rings, after the ringing', () => {
    const phone = createPhone();
    phone.handler.store.subscribe(({ liveCalls }) => {
      for (const callId of liveCalls.keys()) phone.handler.hangUpCall(callId);
    });
    const told: string[] = [];
    followLifecycle({
      store: phone.handler.store,
      sink: {
        ...nopLifecycle,
        onRinging: () => void told.push('ringing'),
        onFailed: () => void told.push('failed'),
      },
      finishRecording: () => null,
      logger: silentLogger,
    });
    void phone.handler.onIncomingCall(incoming());
    expect(told).toEqual(['ringing', 'failed']);
  });

  it('does not take an ACK before the answer for an established call', () => {
    const { handler, told } = createFollowed();
    handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
    handler.onCallConfirmed(s1);
    handler.hangUpCall(asCallId('c1'));
    expect(told).toEqual(['failed local']);
  });

  it('is not broken by a sink whose promise rejects', async () => {
    const { handler } = createPhone();
    const failures: unknown[] = [];
    const fail = (() => Promise.reject(new Error('broken'))) as () => void;
    followLifecycle({
      store: handler.store,
      sink: { ...nopLifecycle, onFailed: fail },
      finishRecording: () => null,
      logger: { ...silentLogger, error: (text: string) => void failures.push(text) },
    });
    handler.hangUpCall(handler.registerOutgoingCall(outgoing));
    await expect.poll(() => failures).toHaveLength(1);
  });

  it('tells of transfers whoever asks for them, and of the bridge that an attended one makes', () => {
    const { handler, told } = createFollowed();
    const sessions = [s1, asSessionId('s2')];
    const [first, second] = sessions.map((sessionId) => {
      const callId = handler.registerOutgoingCall(outgoing);
      handler.attachSession(callId, sessionId);
      handler.onCallEstablished({ sessionId, state: 'Active' }, null, null);
      return callId;
    });
    if (first === undefined || second === undefined) throw new Error('two calls were expected');
    handler.onTransferRequested(s1, { targetUri: 'sip:c@x', referredBy: null, isAttended: false });
    handler.declineTransfer(first);
    handler.onTransferStarted(first, 'sip:bob@x', second);
    handler.onTransferProgress(s1, 'Accepted');
    handler.onTransferProgress(s1, 'Completed');
    expect(told).toEqual(['transfer to sip:c@x', 'transfer to sip:bob@x', `bridge ${first} ${second}`]);
  });

  it('asks once for the recording of every call, established or not', () => {
    const asked: CallId[] = [];
    const { handler } = createFollowed((callId) => {
      asked.push(callId);
      return null;
    });
    const callId = handler.registerOutgoingCall(outgoing);
    handler.hangUpCall(callId);
    handler.hangUpCall(callId);
    expect(asked).toEqual([callId]);
  });

  it('is told nothing after it stopped, and disturbs nothing when the sink throws', () => {
    const { handler, told, stop, call } = createFollowed();
    const sink: LifecycleSink = {
      ...nopLifecycle,
      onRinging: () => {
        throw new Error('broken');
      },
    };
    followLifecycle({
      store: handler.store,
      sink,
      finishRecording: () => null,
      logger: silentLogger,
    });
    stop();
    void handler.onIncomingCall(incoming());
    expect(call()?.state).toBe('IncomingPending');
    expect(told).toEqual([]);
  });
});
