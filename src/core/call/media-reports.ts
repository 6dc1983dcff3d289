import { isAudioFlowing, negotiatedAudio } from '../media/audio-direction.ts';
import { toMediaQuality } from '../quality/media-quality.ts';
import type { MediaQuality, QualityLevel, QualityReport } from '../quality/media-quality.ts';
import type { Clock } from '../shared/clock.ts';
import type { CallId, SessionId } from '../shared/ids.ts';
import type { CallInfo } from './call-info.ts';
import type { CallLedger } from './call-ledger.ts';
import { isAnswered } from './call-transition.ts';
import type { ClientEvent, EventPriority, MediaEventType } from './client-event.ts';
import { isDtmfDigit } from './dtmf.ts';

/** What the stack, and whoever measures, report of the sound of calls that are answered. Other calls are left alone. */
export interface MediaReports {
  /** One side holds the call or has resumed it. The call's state stays: a held call is connected. */
  readonly onHoldChanged: (sessionId: SessionId, originator: 'local' | 'remote', onHold: boolean) => void;
  /** The remote party is asked to be held or taken back, or has answered: null. No news to anyone but the store. */
  readonly onHoldAsked: (callId: CallId, change: CallInfo['holdChange']) => void;
  /** Packets come through no more, or again. */
  readonly onMediaLost: (sessionId: SessionId, isLost: boolean) => void;
  /** An offer was answered: tells whether sound flows. SDPs that are null leave the known ones alone. */
  readonly onMediaNegotiated: (
    sessionId: SessionId,
    localSdp: string | null,
    remoteSdp: string | null,
  ) => void;
  /** A measurement. Of its three figures those are told that are new. One with a figure that is no number is ignored. */
  readonly onMediaQuality: (sessionId: SessionId, report: QualityReport) => void;
  /** A digit came in. What is none of the sixteen is ignored. */
  readonly onDtmf: (sessionId: SessionId, digit: string, durationMs: number) => void;
  /** Digits were sent. */
  readonly onDtmfSent: (callId: CallId, digits: string) => void;
}

const qualityPriorities: Readonly<Record<QualityLevel, EventPriority>> = {
  Good: 'Low',
  Fair: 'Low',
  Poor: 'Normal',
  Critical: 'High',
};

/** Builds the reports over a ledger. */
export function createMediaReports(ledger: CallLedger, clock: Clock): MediaReports {
  const news = (
    { callId }: CallInfo,
    mediaType: MediaEventType,
    priority: EventPriority = 'Normal',
  ): ClientEvent => ({ kind: 'MediaEvent', callId, mediaType, timestamp: clock.nowMs(), priority });

  const answered = (call: CallInfo | null): CallInfo | null =>
    call !== null && isAnswered(call) ? call : null;

  const qualityNews = (call: CallInfo, { level, ...now }: MediaQuality): ClientEvent[] => {
    const before = call.quality;
    const all: ClientEvent[] = [];
    if (before?.mosScoreX100 !== now.mosScoreX100)
      all.push(
        news(call, { kind: 'QualityChanged', mosScoreX100: now.mosScoreX100 }, qualityPriorities[level]),
      );
    if (before?.packetLossX100 !== now.packetLossX100)
      all.push(news(call, { kind: 'PacketLoss', percentageX100: now.packetLossX100 }, 'Low'));
    if (before?.jitterMs !== now.jitterMs)
      all.push(news(call, { kind: 'JitterChanged', jitterMs: now.jitterMs }, 'Low'));
    return all;
  };

  /** What was agreed on, the first time or anew. The sizes are those of the descriptions, in characters. */
  const descriptionNews = (
    call: CallInfo,
    sessionId: SessionId,
    sdps: Pick<CallInfo, 'localSdp' | 'remoteSdp'>,
  ): ClientEvent[] => {
    const size = (sdp: string | null | undefined) => ({ sdpSize: sdp?.length ?? 0 });
    const low = (mediaType: MediaEventType) => news(call, mediaType, 'Low');
    if (call.audioDirection !== null) return [low({ kind: 'MediaSessionUpdated', ...size(sdps.remoteSdp) })];
    const offered: readonly MediaEventType[] =
      call.direction === 'Incoming'
        ? []
        : [
            { kind: 'SdpOfferGenerated', ...size(sdps.localSdp) },
            { kind: 'SdpAnswerProcessed', ...size(sdps.remoteSdp) },
          ];
    return [...offered, { kind: 'MediaSessionStarted', mediaSessionId: sessionId } as const].map(low);
  };

  return {
    onHoldChanged(sessionId, originator, onHold) {
      const call = answered(ledger.callOf(sessionId));
      if (call === null) return;
      if (originator === 'local') {
        if (call.onHold === onHold) return;
        ledger.replace({ ...call, onHold }, news(call, { kind: 'HoldStateChanged', onHold }));
      } else {
        if (call.remoteOnHold === onHold) return;
        ledger.replace(
          { ...call, remoteOnHold: onHold },
          news(call, { kind: 'RemoteHoldStateChanged', onHold }),
        );
      }
    },

    onHoldAsked(callId, change) {
      const call = answered(ledger.liveCall(callId));
      if (call !== null && call.holdChange !== change) ledger.replace({ ...call, holdChange: change });
    },

    onMediaLost(sessionId, isLost) {
      const call = answered(ledger.callOf(sessionId));
      if (call !== null && call.mediaLost !== isLost) ledger.replace({ ...call, mediaLost: isLost });
    },

    onMediaNegotiated(sessionId, localSdp, remoteSdp) {
      const call = answered(ledger.callOf(sessionId));
      if (call === null) return;
      const sdps = { localSdp: localSdp ?? call.localSdp, remoteSdp: remoteSdp ?? call.remoteSdp };
      const direction = negotiatedAudio(sdps.localSdp, sdps.remoteSdp);
      const isFlowing = isAudioFlowing(direction);
      const isNew = isFlowing !== isAudioFlowing(call.audioDirection);
      ledger.replace(
        { ...call, ...sdps, audioDirection: direction },
        ...(direction === null ? [] : descriptionNews(call, sessionId, sdps)),
        ...(isNew ? [news(call, { kind: isFlowing ? 'AudioStarted' : 'AudioStopped' })] : []),
      );
    },

    onMediaQuality(sessionId, report) {
      const call = answered(ledger.callOf(sessionId));
      const quality = toMediaQuality(report);
      if (call === null || quality === null) return;
      ledger.replace({ ...call, quality }, ...qualityNews(call, quality));
    },

    onDtmf(sessionId, digit, durationMs) {
      const call = answered(ledger.callOf(sessionId));
      if (call !== null && isDtmfDigit(digit))
        ledger.tell(news(call, { kind: 'DtmfReceived', digit: digit.toUpperCase(), durationMs }));
    },

    onDtmfSent(callId, digits) {
      const call = answered(ledger.liveCall(callId));
      if (call !== null) ledger.tell(news(call, { kind: 'DtmfSent', digits }));
    },
  };
}
