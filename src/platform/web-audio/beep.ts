import type { RecordingBeep } from '#core/media/call-audio-port.ts';
import type { AudioSource } from '#core/media/audio-source.ts';
import { toAudioSource, toMediaStream } from '../media-handles.ts';

/**
 * Mixes a tone, again and again, into a microphone. `stopHearing` ends the same tone in the person's ear. The context must
 * be running: what is sent goes through it.
 */
export function createBeep(
  context: AudioContext,
  tone: AudioBuffer,
  microphone: AudioSource,
  stopHearing: () => void,
): RecordingBeep {
  const outgoing = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  const beep = new AudioBufferSourceNode(context, { buffer: tone, loop: true });
  beep.connect(outgoing);
  beep.start();

  const listenTo = (source: AudioSource) => {
    const node = context.createMediaStreamSource(toMediaStream(source));
    node.connect(outgoing);
    return node;
  };
  let voice = listenTo(microphone);

  return {
    outgoing: toAudioSource(outgoing.stream),
    setMicrophone(source) {
      voice.disconnect();
      voice = listenTo(source);
    },
    stop() {
      stopHearing();
      beep.stop();
      beep.disconnect();
      voice.disconnect();
      for (const track of outgoing.stream.getTracks()) track.stop();
    },
  };
}
