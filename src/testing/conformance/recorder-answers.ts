import { createPcmRecorder } from '#core/recording/pcm-recorder.ts';

type RecorderInput =
  | { readonly bytes: readonly number[] }
  | { readonly ops: readonly ('caller' | 'agent' | 'flush')[] }
  | { readonly configured: number; readonly actual: number }
  | Readonly<Record<string, never>>;

/** A recorder with a clock that the case sets, and the number of its warnings. */
function createBench(sampleRateHz: number) {
  const bench = { nowMs: 0, warnings: 0 };
  const recorder = createPcmRecorder({
    sampleRateHz,
    nowNs: () => BigInt(bench.nowMs) * 1_000_000n,
    warnRate: () => (bench.warnings += 1),
  });
  return { bench, recorder };
}

const pieceMs = 20;

/** Twenty phrases of so many pieces, at the rate that really comes, with a pause after each. */
function warningsOf(configured: number, actual: number, piecesPerPhrase: number, pauseMs: number): number {
  const { bench, recorder } = createBench(configured);
  const piece = new Uint8Array(((actual * pieceMs) / 1000) * 2);
  for (let phrase = 0; phrase < 20; phrase += 1) {
    for (let count = 0; count < piecesPerPhrase; count += 1) {
      recorder.write(0, piece);
      bench.nowMs += pieceMs;
    }
    bench.nowMs += pauseMs;
  }
  return bench.warnings;
}

export const recorderAnswers = {
  recorder(input: RecorderInput) {
    const { recorder } = createBench(8000);
    if ('bytes' in input) {
      for (const bytes of input.bytes) recorder.write(0, new Uint8Array(bytes));
      return { samples: recorder.flush()?.left.length };
    }
    if ('configured' in input) return warningsOf(input.configured, input.actual, 50, 0);
    if (!('ops' in input)) return warningsOf(8000, 8000, 20, 600);

    const flushed: boolean[] = [];
    for (const op of input.ops) {
      if (op === 'flush') flushed.push(recorder.flush() !== null);
      else recorder.write(op === 'caller' ? 0 : 1, new Uint8Array(320));
    }
    if (input.ops.at(-1) === 'flush') return flushed;
    return recorder.flush() === null ? 'dropped' : 'kept';
  },
};
