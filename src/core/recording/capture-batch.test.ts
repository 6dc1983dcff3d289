import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCaptureBatcher, type CaptureBatch } from './capture-batch.ts';

const quantum = (value: number) => new Float32Array(128).fill(value);

function collect() {
  const batches: CaptureBatch[] = [];
  const clock = { ms: 0 };
  const batcher = createCaptureBatcher(
    (batch) => batches.push(batch),
    () => (clock.ms += 1),
  );
  return { batches, batcher, clock };
}

describe('createCaptureBatcher', () => {
  it('hands out 2560 frames at a time, and the rest when it is flushed', () => {
    const { batches, batcher } = collect();
    for (let index = 0; index < 21; index += 1) batcher.push(5000 + index * 128, quantum(0.5), quantum(0.25));
    expect(batches.map((batch) => [batch.startFrame, batch.left.length])).toEqual([[5000, 2560]]);

    batcher.flush();
    batcher.flush();
    expect(batches.map((batch) => [batch.startFrame, batch.left.length])).toEqual([
      [5000, 2560],
      [7560, 128],
    ]);
    expect(batches.map(({ wallMs }) => wallMs)).toEqual([1, 21]);
    expect(batches[1]?.left).toEqual(quantum(0.5));
    expect(batches[1]?.right).toEqual(quantum(0.25));
  });

  it('writes silence for a channel that has nothing connected', () => {
    const { batches, batcher } = collect();
    batcher.push(0, quantum(0.5), undefined);
    batcher.push(128, undefined, quantum(0.25));
    batcher.push(256, undefined, undefined);
    batcher.flush();
    expect([...(batches[0]?.left ?? [])]).toEqual([...quantum(0.5), ...quantum(0), ...quantum(0)]);
    expect([...(batches[0]?.right ?? [])]).toEqual([...quantum(0), ...quantum(0.25), ...quantum(0)]);
  });

  it('ends a batch where the audio clock stood still', () => {
    const { batches, batcher, clock } = collect();
    batcher.push(0, quantum(0.5), undefined);
    batcher.push(128, quantum(0.5), undefined);
    clock.ms += 500;
    batcher.push(256, quantum(0.5), undefined);
    batcher.flush();
    expect(batches.map(({ startFrame, wallMs }) => [startFrame, wallMs])).toEqual([
      [0, 1],
      [256, 503],
    ]);
  });

  it('never lets a batch reach over a hole, and loses no frame', () => {
    const steps = fc.array(fc.constantFrom(0, 0, 0, 0, 128, 2048), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (gaps) => {
        const { batches, batcher } = collect();
        const pushed: number[] = [];
        let frame = 0;
        for (const gap of gaps) {
          frame += gap;
          batcher.push(frame, quantum(1), quantum(1));
          for (let index = 0; index < 128; index += 1) pushed.push(frame + index);
          frame += 128;
        }
        batcher.flush();
        const received = batches.flatMap((batch) =>
          Array.from(batch.left, (sample, index) => (sample === 1 ? batch.startFrame + index : -1)),
        );
        expect(received).toEqual(pushed);
      }),
    );
  });
});
