import { describe, expect, it } from 'vitest';
import { setUp } from '#testing/phone-bench.ts';

/** A call that Bob has placed and Alice has answered. */
async function connected() {
  const bench = setUp();
  const sessionId = bench.signalling.incoming();
  const [callId] = bench.phone.calls.getState().liveCalls.keys();
  if (callId === undefined) throw new Error('Nothing rings.');
  bench.signalling.sessionEvent(sessionId, { kind: 'accepted', localSdp: null, remoteSdp: null });
  bench.signalling.sessionEvent(sessionId, {
    kind: 'renegotiated',
    localSdp: 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=sendrecv\r\n',
    remoteSdp: 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=sendrecv\r\n',
  });
  /** Lets so many readings happen; each is awaited before the next second begins. */
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      bench.clock.advance(1000);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const quality = () => bench.phone.quality.getState().get(callId);
  const call = () => bench.phone.calls.getState().callInfo.get(callId);
  return { ...bench, sessionId, callId, pass, quality, call };
}

describe('the quality of a call', () => {
  it('is measured once a second from its answer on, and kept after its end', async () => {
    const { pass, quality, call, phone: alice, callId } = await connected();
    await pass(4);
    expect(quality()?.recent).toHaveLength(3);
    expect(call()?.quality).toMatchObject({ level: 'Good', mosScoreX100: 441, packetLossX100: 0 });
    alice.hangUp(callId);
    await pass(3);
    expect(quality()?.summary).toMatchObject({ measurements: 3, roundTripMs: 20, maxJitterMs: 2 });
    expect(quality()?.recent).toHaveLength(3);
  });

  it('is told as events of client-core once three of five seconds agree', async () => {
    const { pass, signalling, events, call } = await connected();
    await pass(6);
    signalling.countersAre({ jitterMs: 90 });
    await pass(2);
    expect(call()?.quality?.jitterMs).toBe(2);
    await pass(1);
    expect(call()?.quality?.jitterMs).toBe(90);
    expect(events.flatMap((event) => (event.kind === 'MediaEvent' ? [event.mediaType] : []))).toContainEqual({
      kind: 'JitterChanged',
      jitterMs: 90,
    });
  });

  it('says that nothing arrives after five seconds of it, and takes it back', async () => {
    const { pass, signalling, quality } = await connected();
    await pass(2);
    signalling.countersAre({ packetsReceived: 100 });
    await pass(4);
    expect(quality()?.oneWay).toBeNull();
    await pass(1);
    expect(quality()?.oneWay).toBe('nothing-arrives');
    signalling.countersAre({});
    await pass(1);
    expect(quality()?.oneWay).toBeNull();
  });

  it('says that nothing leaves', async () => {
    const { pass, signalling, quality } = await connected();
    signalling.countersAre({ packetsSent: 0 });
    await pass(7);
    expect(quality()?.oneWay).toBe('nothing-leaves');
  });

  it('does not miss what a held call does not send', async () => {
    const { pass, signalling, sessionId, quality } = await connected();
    await pass(3);
    const sendonly = 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=sendonly\r\n';
    const recvonly = 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=recvonly\r\n';
    signalling.sessionEvent(sessionId, { kind: 'renegotiated', localSdp: sendonly, remoteSdp: recvonly });
    signalling.countersAre({ packetsReceived: 150, packetsLost: 0 });
    await pass(10);
    expect(quality()?.oneWay).toBeNull();
    expect(quality()?.recent.length).toBeLessThan(5);
  });
});
