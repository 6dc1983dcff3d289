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
async function openCounter(context: AudioContext): Promise<AudioNode> {
  const url = URL.createObjectURL(new Blob([processor], { type: 'text/javascript' }));
  await context.audioWorklet.addModule(url);
  URL.revokeObjectURL(url);
  return new AudioWorkletNode(context, 'counter', { numberOfInputs: 0 });
}

/** Lets whoever listens to a stream's track in a context hear a counter instead. */
export async function hearCounterInstead(context: AudioContext, replaced: MediaStream): Promise<void> {
  const [track] = replaced.getAudioTracks();
  if (track === undefined) throw new Error('there is no microphone');
  const node = await openCounter(context);
  const open = context.createMediaStreamSource.bind(context);
  context.createMediaStreamSource = (stream) => {
    if (!stream.getTracks().includes(track)) return open(stream);
    // A node of its own, which can be taken off alone.
    const heard = new GainNode(context);
    node.connect(heard);
    return heard as unknown as MediaStreamAudioSourceNode;
  };
}
