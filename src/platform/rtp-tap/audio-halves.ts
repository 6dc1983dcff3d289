import { ChannelAgent, ChannelCaller, type RecordingChannel } from '#core/hooks/recording-sink.ts';

/** What sends and what receives the sound of a connection, each with the side whose frames it has. */
export function eachAudioHalf(
  connection: RTCPeerConnection,
  visit: (half: RTCRtpSender | RTCRtpReceiver, direction: RecordingChannel) => void,
): void {
  for (const { sender, receiver } of connection.getTransceivers()) {
    if (receiver.track.kind !== 'audio') continue;
    visit(sender, ChannelAgent);
    visit(receiver, ChannelCaller);
  }
}
