import type { RecordingChannel } from '#core/hooks/recording-sink.ts';
import type { Logger } from '#core/shared/logger.ts';
import { createFrameCopier } from '#workers/frame-copier.ts';
import { eachAudioHalf } from './audio-halves.ts';
import type { CallTap } from './call-tap.ts';

/** What Chromium had before the transform, from 121 on without being asked for when a connection is made. In no types. */
interface StreamedHalf {
  readonly createEncodedStreams: () => {
    readonly readable: ReadableStream<RTCEncodedAudioFrame>;
    readonly writable: WritableStream<RTCEncodedAudioFrame>;
  };
}

/** Whether this browser gives a sender's and a receiver's frames as streams. */
export const canStreamFrames = (): boolean => 'createEncodedStreams' in RTCRtpSender.prototype;

/**
 * The tap of a call in a browser without `RTCRtpScriptTransform`. The streams are given once, so that a worker which died with
 * them would silence its call for good: they stay on the page, and only copies leave it (ADR 29).
 */
export function createPageTap(connection: RTCPeerConnection, logger: Pick<Logger, 'warn'>): CallTap {
  const copier = createFrameCopier();
  const covered = new Set<RTCRtpSender | RTCRtpReceiver>();

  const pass = (half: RTCRtpSender | RTCRtpReceiver, direction: RecordingChannel): void => {
    if (covered.has(half)) return;
    covered.add(half);
    const { readable, writable } = (half as unknown as StreamedHalf).createEncodedStreams();
    const passing = new TransformStream<RTCEncodedAudioFrame, RTCEncodedAudioFrame>({
      transform(frame, controller) {
        controller.enqueue(frame);
        copier.copy(direction, frame);
      },
    });
    readable
      .pipeThrough(passing)
      .pipeTo(writable)
      // Its connection is closed.
      .catch(() => undefined);
  };

  return {
    cover: () => eachAudioHalf(connection, logger, pass),
    capture: copier.begin,
    setPaused: copier.setPaused,
    stop: copier.end,
    close: copier.end,
  };
}
