import type { CaptureMessage } from '#core/recording/capture-batch.ts';
import { captureProcessorName, type CaptureControl } from '#workers/worklet/capture-control.ts';
import captureWorkletUrl from '#workers/worklet/capture.worklet.ts?worker&url';

/** Captures two sounds, sample-aligned, and sends them to a port. */
export interface CaptureNode {
  /** Replaces what a channel listens to: every audio track of all the streams, also of those that the browser adds later. */
  readonly setStreams: (channel: 0 | 1, streams: readonly MediaStream[]) => void;
  /** Begins to capture; silence, when it begins paused. Once. */
  readonly start: (paused: boolean) => void;
  /** Sends silence while it is paused. Not before `start`. */
  readonly setPaused: (paused: boolean) => void;
  /** Sends what is left to the port, and ends. Releases every node and element. Idempotent. */
  readonly stop: () => void;
}

const loaded = new WeakMap<AudioContext, Promise<void>>();

/** Loads the worklet's code into a context, once. Rejects with a DOMException; then it may be tried again. */
export function loadCaptureWorklet(context: AudioContext): Promise<void> {
  const already = loaded.get(context);
  if (already !== undefined) return already;
  const loading = context.audioWorklet.addModule(captureWorkletUrl);
  loaded.set(context, loading);
  loading.catch(() => loaded.delete(context));
  return loading;
}

/** Makes ready to capture into `samples`, which `start` takes away. The worklet's code must be loaded. `onCrash` is told when that code throws. */
export function createCaptureNode(
  context: AudioContext,
  samples: MessagePort,
  onCrash: () => void,
): CaptureNode {
  const node = new AudioWorkletNode(context, captureProcessorName, {
    numberOfInputs: 2,
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit',
    channelInterpretation: 'speakers',
  });
  const connected = [new Map<MediaStream, () => void>(), new Map<MediaStream, () => void>()] as const;
  let stopped = false;
  const control = (message: CaptureControl, transfer: Transferable[] = []) =>
    node.port.postMessage(message, transfer);

  node.addEventListener('processorerror', onCrash);

  const setStreams = (channel: 0 | 1, streams: readonly MediaStream[]) => {
    const before = connected[channel];
    for (const [stream, disconnect] of before) {
      if (streams.includes(stream)) continue;
      disconnect();
      before.delete(stream);
    }
    if (stopped) return;
    for (const stream of streams) {
      if (!before.has(stream)) before.set(stream, connectStream(context, stream, node, channel));
    }
  };

  return {
    setStreams,
    start: (paused) => control({ kind: 'start', samples, paused }, [samples]),
    setPaused: (paused) => control({ kind: 'pause', paused }),
    stop() {
      if (stopped) return;
      stopped = true;
      setStreams(0, []);
      setStreams(1, []);
      control({ kind: 'stop' });
    },
  };
}

/** What takes the place of a node where this browser captures no sound: nothing comes, and it ends as the others do. */
export const createSilentCapture = (samples: MessagePort): CaptureNode => ({
  setStreams: () => undefined,
  start: () => undefined,
  setPaused: () => undefined,
  stop: () => samples.postMessage({ kind: 'flushed', wallMs: Date.now() } satisfies CaptureMessage),
});

/** Feeds a stream's tracks into an input, and follows them: a source node of Web Audio keeps to the track that it began with. */
function connectStream(
  context: AudioContext,
  stream: MediaStream,
  node: AudioWorkletNode,
  channel: 0 | 1,
): () => void {
  const releaseElement = channel === 0 ? keepFlowing(stream) : () => undefined;
  const sources = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>();
  const follow = (tracks: readonly MediaStreamTrack[]) => {
    for (const [track, source] of sources) {
      if (tracks.includes(track)) continue;
      source.disconnect();
      sources.delete(track);
    }
    for (const track of tracks) {
      if (sources.has(track)) continue;
      const source = context.createMediaStreamSource(new MediaStream([track]));
      source.connect(node, 0, channel);
      sources.set(track, source);
    }
  };
  const onTracks = () => follow(stream.getAudioTracks());
  onTracks();
  stream.addEventListener('addtrack', onTracks);
  stream.addEventListener('removetrack', onTracks);
  return () => {
    stream.removeEventListener('addtrack', onTracks);
    stream.removeEventListener('removetrack', onTracks);
    follow([]);
    releaseElement();
  };
}

/**
 * Chromium decodes a remote track only while a media element has it; without one WebAudio hears silence (measured in
 * Chromium 156). Muted and never played is enough; the element that plays the party may come later or go earlier.
 */
function keepFlowing(stream: MediaStream): () => void {
  const element = new Audio();
  element.muted = true;
  element.srcObject = stream;
  return () => {
    element.srcObject = null;
  };
}
