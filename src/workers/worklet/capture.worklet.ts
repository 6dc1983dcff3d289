import {
  createCaptureBatcher,
  type CaptureBatch,
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
  #paused = false;
  #stopped = false;

  constructor() {
    super();
    this.port.onmessage = (event: MessageEvent<CaptureControl>) => {
      const control = event.data;
      if (control.kind === 'start') this.#start(control.samples, control.paused);
      else if (control.kind === 'pause') this.#paused = control.paused;
      else this.#stop();
    };
  }

  process([remote, local]: Float32Array[][]): boolean {
    const heard = this.#paused ? [] : [remote?.[0], local?.[0]];
    this.#batcher?.push(currentFrame, heard[0], heard[1]);
    return !this.#stopped;
  }

  #start(samples: MessagePort, paused: boolean): void {
    this.#paused = paused;
    this.#samples = samples;
    const deliver = (batch: CaptureBatch) => {
      const message: CaptureMessage = { kind: 'batch', batch };
      samples.postMessage(message, [batch.left.buffer, batch.right.buffer]);
    };
    this.#batcher = createCaptureBatcher(deliver, Date.now);
  }

  #stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#batcher?.flush();
    this.#batcher = null;
    const message: CaptureMessage = { kind: 'flushed', wallMs: Date.now() };
    this.#samples?.postMessage(message);
  }
}

registerProcessor(captureProcessorName, CaptureProcessor);
