import { ChannelAgent, ChannelCaller, type RecordingChannel } from '#core/hooks/recording-sink.ts';
import type { Logger } from '#core/shared/logger.ts';

/**
 * What sends and what receives the sound of a connection, each with the side whose frames it has. What `visit` throws is
 * logged, and ends it: a call goes on without copies.
 */
export function eachAudioHalf(
  connection: RTCPeerConnection,
  logger: Pick<Logger, 'warn'>,
  visit: (half: RTCRtpSender | RTCRtpReceiver, direction: RecordingChannel) => void,
): void {
  try {
    for (const { sender, receiver } of connection.getTransceivers()) {
      if (receiver.track.kind !== 'audio') continue;
      visit(sender, ChannelAgent);
      visit(receiver, ChannelCaller);
    }
  } catch (error) {
    logger.warn('encoded frames cannot be copied', { error: String(error) });
  }
}
