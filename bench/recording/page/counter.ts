/** Loads it where this runs, which is no page. The samples are exact in PCM16: 65,536 of them, then the same again. */
const processor = `
  registerProcessor('counter', class extends AudioWorkletProcessor {
    process(_inputs, [[samples]]) {
      for (let index = 0; index < samples.length; index += 1)
        samples[index] = (((currentFrame + index) % 65536) - 32768) / 32768;
      return true;
    }
  });`;

/**
 * Sound of which every sample is known: the number of its frame. It goes straight into the graph. A MediaStream between would
 * drop samples of its own accord, and nobody could tell who did.
 */
export async function openCounter(context: AudioContext): Promise<AudioNode> {
  const url = URL.createObjectURL(new Blob([processor], { type: 'text/javascript' }));
  await context.audioWorklet.addModule(url);
  URL.revokeObjectURL(url);
  return new AudioWorkletNode(context, 'counter', { numberOfInputs: 0 });
}

/** Lets whoever listens to a track of a context hear a node instead. */
export function hearInstead(context: AudioContext, track: MediaStreamTrack, node: AudioNode): void {
  const open = context.createMediaStreamSource.bind(context);
  context.createMediaStreamSource = (stream) => {
    if (!stream.getTracks().includes(track)) return open(stream);
    // A node of its own, which can be taken off alone.
    const heard = new GainNode(context);
    node.connect(heard);
    return heard as unknown as MediaStreamAudioSourceNode;
  };
}
