import { afterAll, expect, it, vi } from 'vitest';
import type { CaptureMessage } from '#core/recording/capture-batch.ts';
import type { CaptureControl } from './capture-control.ts';

/** The browser's side of a processor, as far as this one uses it. */
interface Processor {
  readonly port: { onmessage: ((event: { readonly data: CaptureControl }) => void) | null };
  readonly process: (inputs: Float32Array[][]) => boolean;
}

let Capture: (new () => Processor) | null = null;
vi.stubGlobal(
  'AudioWorkletProcessor',
  class {
    readonly port = { onmessage: null };
  },
);
vi.stubGlobal('registerProcessor', (_name: string, processor: new () => Processor) => {
  Capture = processor;
});
vi.stubGlobal('currentFrame', 0);
await import('./capture.worklet.ts');
afterAll(() => vi.unstubAllGlobals());

const quantum = 128;
const quanta = 20;

/** What comes of loud samples on both sides when it begins so, and is told this after the first quantum. */
function captureLoud(paused: boolean, later: CaptureControl | null = null): CaptureMessage[] {
  if (Capture === null) throw new Error('The worklet has registered no processor.');
  const processor = new Capture();
  const tell = (data: CaptureControl) => processor.port.onmessage?.({ data });
  const sent: CaptureMessage[] = [];
  const samples = { postMessage: (message: CaptureMessage) => sent.push(message) };
  tell({ kind: 'start', samples: samples as unknown as MessagePort, paused });
  const loud = new Float32Array(quantum).fill(0.5);
  for (let frame = 0; frame < quanta * quantum; frame += quantum) {
    vi.stubGlobal('currentFrame', frame);
    processor.process([[loud], [loud]]);
    if (frame === 0 && later !== null) tell(later);
  }
  tell({ kind: 'stop' });
  return sent;
}

/** How many samples of both sides are not silent. */
const heardOf = (sent: readonly CaptureMessage[]): number =>
  sent
    .flatMap((message) => (message.kind === 'batch' ? [message.batch.left, message.batch.right] : []))
    .reduce((sum, samples) => sum + samples.filter((sample) => sample !== 0).length, 0);

it('lets not one sample pass when it begins paused', () => {
  expect(heardOf(captureLoud(false))).toBe(2 * quanta * quantum);
  expect(heardOf(captureLoud(true))).toBe(0);
});

it('goes on from the quantum after it is told to', () => {
  expect(heardOf(captureLoud(true, { kind: 'pause', paused: false }))).toBe(2 * (quanta - 1) * quantum);
});
