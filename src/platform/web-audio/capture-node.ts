import { captureProcessorName, type CaptureControl } from '#workers/worklet/capture-control.ts';
import captureWorkletUrl from '#workers/worklet/capture.worklet.ts?worker&url';

/** Captures two sounds, sample-aligned, and sends them to a port. */
export interface CaptureNode {
  /** Replaces what a channel listens to; null, or a stream without an audio track, is silence. */
  readonly setStream: (channel: 0 | 1, stream: MediaStream | null) => void;
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

/** Begins to capture into `samples`, which it takes away. The worklet's code must be loaded. `onCrash` is told when that code throws. */
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
  const disconnect: [() => void, () => void] = [() => undefined, () => undefined];
  let stopped = false;
  const control = (message: CaptureControl, transfer: Transferable[] = []) =>
    node.port.postMessage(message, transfer);

  node.addEventListener('processorerror', onCrash);
  control({ kind: 'start', samples }, [samples]);

  const setStream = (channel: 0 | 1, stream: MediaStream | null) => {
    disconnect[channel]();
    disconnect[channel] = () => undefined;
    if (stopped || stream === null || stream.getAudioTracks().length === 0) return;
    const source = context.createMediaStreamSource(stream);
    source.connect(node, 0, channel);
    const releaseElement = channel === 0 ? keepFlowing(stream) : () => undefined;
    disconnect[channel] = () => {
      source.disconnect();
      releaseElement();
    };
  };

  return {
    setStream,
    stop() {
      if (stopped) return;
      stopped = true;
      setStream(0, null);
      setStream(1, null);
      control({ kind: 'stop' });
    },
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
