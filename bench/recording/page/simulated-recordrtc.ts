import RecordRTC from 'recordrtc';
import type { SimulatedFile } from './simulated-sidetone.ts';
import { createTone, localHz, remoteHz, sampleRateHz, type BenchSound } from './sound.ts';
import { inspectTones } from './inspect.ts';
import { openRecordRtc } from './recorders.ts';

const bufferFrames = 4096;

/**
 * The same with RecordRTC: its script processor is handed one buffer after the other, as fast as it takes them. Null when it
 * brings no file, because memory runs out where its samples are handed to its worker, or in there.
 */
export async function simulateRecordRtc(sound: BenchSound, minutes: number): Promise<SimulatedFile | null> {
  let failed = (): void => undefined;
  const noFile = new Promise<null>((resolve) => {
    failed = () => resolve(null);
  });
  const NativeWorker = Worker;
  globalThis.Worker = class extends NativeWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('error', failed);
    }
  };
  const processors: ScriptProcessorNode[] = [];
  RecordRTC.Storage.AudioContextConstructor = new (class extends AudioContext {
    override createScriptProcessor(...args: Parameters<AudioContext['createScriptProcessor']>) {
      // oxlint-disable-next-line typescript/no-deprecated -- it is what RecordRTC records with
      const processor = super.createScriptProcessor(...args);
      processors.push(processor);
      return processor;
    }
  })();
  const recorder = openRecordRtc(sound.both);
  recorder.record();
  const [fillLeft, fillRight] = [createTone(remoteHz), createTone(localHz)];
  const channels = [new Float32Array(bufferFrames), new Float32Array(bufferFrames)] as const;
  const event = {
    inputBuffer: { getChannelData: (channel: number) => channels[channel] },
  } as unknown as AudioProcessingEvent;
  const beganAtMs = performance.now();
  const frames = minutes * 60 * sampleRateHz;
  for (let frame = 0; frame < frames; frame += bufferFrames) {
    fillLeft(channels[0], frame);
    fillRight(channels[1], frame);
    for (const processor of processors) processor.onaudioprocess?.(event);
  }
  const takenMs = performance.now() - beganAtMs;
  const askedAtMs = performance.now();
  const stopped = new Promise<Blob>((resolve) => recorder.stop(resolve)).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'DataCloneError') return null;
    throw error;
  });
  const file = await Promise.race([noFile, stopped]);
  if (file === null) return null;
  const finishMs = performance.now() - askedAtMs;
  const { durationMs, jumps: losses } = await inspectTones(file);
  return { bytes: file.size, finishMs, durationMs, losses, timesRealTime: (minutes * 60_000) / takenMs };
}
