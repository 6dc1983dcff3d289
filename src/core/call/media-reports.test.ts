import { describe, expect, it } from 'vitest';
import { byeFromBob, createPhone, outgoing, s1 } from '#testing/call-phone.ts';
import { asCallId } from '../shared/ids.ts';

const c1 = asCallId('c1');
const sdp = (direction: string) => `v=0\r\ns=-\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=${direction}\r\n`;

function connect() {
  const phone = createPhone();
  const { handler, events } = phone;
  handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
  handler.onCallEstablished({ sessionId: s1, state: 'Active' }, null, null);
  const media = () =>
    events.flatMap((event) =>
      event.kind === 'MediaEvent' ? [{ ...event.mediaType, priority: event.priority }] : [],
    );
  return { ...phone, media };
}

describe('sound', () => {
  it('starts with the answer, stops while nothing flows, and stops with the call', () => {
    const { handler, media, call, events } = connect();
    handler.onMediaNegotiated(s1, sdp('sendrecv'), sdp('sendrecv'));
    handler.onMediaNegotiated(s1, null, sdp('sendonly'));
    expect(call()).toMatchObject({ audioDirection: 'ReceiveOnly', localSdp: sdp('sendrecv') });
    handler.onMediaNegotiated(s1, null, sdp('inactive'));
    handler.onMediaNegotiated(s1, null, sdp('sendrecv'));
    handler.onCallEnded({ sessionId: s1, state: 'Terminated' }, byeFromBob);
    expect(media().map(({ kind }) => kind)).toEqual([
      'SdpOfferGenerated',
      'SdpAnswerProcessed',
      'MediaSessionStarted',
      'AudioStarted',
      'MediaSessionUpdated',
      'MediaSessionUpdated',
      'AudioStopped',
      'MediaSessionUpdated',
      'AudioStarted',
      'AudioStopped',
      'MediaSessionStopped',
    ]);
    expect(media()).toContainEqual({ kind: 'MediaSessionStarted', mediaSessionId: s1, priority: 'Low' });
    expect(events.at(-1)?.kind).toBe('CallStateChanged');
    expect(call()?.audioDirection).toBeNull();
  });

  it('is measured: what is new is told, the worse the louder', () => {
    const { handler, media, call } = connect();
    handler.onMediaQuality(s1, { mosScore: 4.2, packetLossPercent: 0, jitterMs: 4.4 });
    handler.onMediaQuality(s1, { mosScore: 4.2, packetLossPercent: 0, jitterMs: 4.3 });
    handler.onMediaQuality(s1, { mosScore: Number.NaN, packetLossPercent: 0, jitterMs: 0 });
    handler.onMediaQuality(s1, { mosScore: 1.99, packetLossPercent: 12.345, jitterMs: 4 });
    expect(media()).toEqual([
      { kind: 'QualityChanged', mosScoreX100: 420, priority: 'Low' },
      { kind: 'PacketLoss', percentageX100: 0, priority: 'Low' },
      { kind: 'JitterChanged', jitterMs: 4, priority: 'Low' },
      { kind: 'QualityChanged', mosScoreX100: 199, priority: 'High' },
      { kind: 'PacketLoss', percentageX100: 1235, priority: 'Low' },
    ]);
    expect(call()?.quality?.level).toBe('Critical');
  });
});

describe('what the remote party does', () => {
  it('is told: hold once, digits that are some', () => {
    const { handler, media, call } = connect();
    handler.onHoldChanged(s1, 'remote', true);
    handler.onHoldChanged(s1, 'remote', true);
    expect(call()).toMatchObject({ onHold: false, remoteOnHold: true });
    handler.onDtmf(s1, 'a', 160);
    handler.onDtmf(s1, 'x', 160);
    expect(media()).toEqual([
      { kind: 'RemoteHoldStateChanged', onHold: true, priority: 'Normal' },
      { kind: 'DtmfReceived', digit: 'A', durationMs: 160, priority: 'Normal' },
    ]);
  });

  it('is no matter of packets that come through no more, and again', () => {
    const { handler, media, call } = connect();
    handler.onMediaLost(s1, true);
    expect(call()?.mediaLost).toBe(true);
    handler.onMediaLost(s1, false);
    expect(call()?.mediaLost).toBe(false);
    expect(media()).toEqual([]);
  });

  it('is no news of a call that is not answered, or over', () => {
    const { handler, events } = createPhone();
    handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
    const report = () => {
      handler.onHoldChanged(s1, 'remote', true);
      handler.onMediaLost(s1, true);
      handler.onMediaNegotiated(s1, sdp('sendrecv'), sdp('sendrecv'));
      handler.onMediaQuality(s1, { mosScore: 4, packetLossPercent: 0, jitterMs: 0 });
      handler.onDtmf(s1, '1', 100);
      handler.onDtmfSent(c1, '1');
      handler.onTransferRequested(s1, { targetUri: 'sip:x', referredBy: null, isAttended: false });
      handler.onTransferProgress(s1, 'Accepted');
    };
    report();
    handler.hangUpCall(c1);
    report();
    expect(events.map(({ kind }) => kind)).toEqual(['CallStateChanged', 'CallStateChanged']);
    expect(handler.store.getState().callInfo.get(c1)).toMatchObject({ audioDirection: null, quality: null });
  });
});

describe('a failure of ours', () => {
  it('is told before the end that it causes', () => {
    const { handler, events } = connect();
    const end = { cause: 'microphone', initiator: 'local', sipCode: null, reason: 'gone' } as const;
    handler.endCall(c1, end, { code: 'media/microphone-failed' });
    expect(events.slice(-2)).toMatchObject([
      { kind: 'ClientError', callId: c1, error: { code: 'media/microphone-failed' }, priority: 'High' },
      { kind: 'CallStateChanged', newState: 'Terminated' },
    ]);
  });
});
