import {
  createCaptureBatcher,
  type CaptureBatcher,
  type CaptureMessage,
} from '#core/recording/capture-batch.ts';
import { captureProcessorName, type CaptureControl } from './capture-control.ts';

/**
 * Listens to two inputs, 0 the remote party and 1 the local microphone, each mixed to one channel, and sends the samples
 * straight to the recording worker. The main thread is not on the way: while it is blocked, nothing is lost.
 */
class CaptureProcessor extends AudioWorkletProcessor {
  #samples: MessagePort | null = null;
  #batcher: CaptureBatcher | null = null;
  #stopped = false;

  constructor() {
    super();
    this.port.onmessage = (event: MessageEvent<CaptureControl>) => {
      if (event.data.kind === 'start') this.#start(event.data.samples);
      else this.#stop();
    };
  }

  process([remote, local]: Float32Array[][]): boolean {
    this.#batcher?.push(currentFrame, remote?.[0], local?.[0]);
    return !this.#stopped;
  }

  #start(samples: MessagePort): void {
    this.#samples = samples;
    this.#batcher = createCaptureBatcher((batch) => {
      const message: CaptureMessage = { kind: 'batch', batch };
      samples.postMessage(message, [batch.left.buffer, batch.right.buffer]);
    });
  }

  #stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#batcher?.flush();
    this.#batcher = null;
    const message: CaptureMessage = { kind: 'flushed' };
    this.#samples?.postMessage(message);
  }
}

registerProcessor(captureProcessorName, CaptureProcessor);
