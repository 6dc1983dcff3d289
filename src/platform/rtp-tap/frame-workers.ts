import type { Logger } from '#core/shared/logger.ts';
import type { FrameWorkerReply } from '#workers/frame-messages.ts';

/** Workers for encoded frames that are loaded already: while one loads, a call would be silent. */
export interface FrameWorkers {
  /** One of them, for good; null while none is ready. Another one is loaded at once. */
  readonly take: () => Worker | null;
}

/** One for the next call, and one that takes over when a call's own fails. */
const wanted = 2;

/** Starts the first workers at once. One that cannot be loaded is tried again when the next one is taken. */
export function createFrameWorkers(spawnWorker: () => Worker, logger: Pick<Logger, 'warn'>): FrameWorkers {
  const ready: Worker[] = [];
  let loading = 0;

  const load = () => {
    const worker = spawnWorker();
    const settled = new AbortController();
    const { signal } = settled;
    const settle = () => {
      loading -= 1;
      settled.abort();
    };
    loading += 1;
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<FrameWorkerReply>) => {
        if (data.kind !== 'alive') return;
        settle();
        ready.push(worker);
      },
      { signal },
    );
    worker.addEventListener(
      'error',
      ({ message }) => {
        settle();
        worker.terminate();
        logger.warn('a worker for encoded frames could not be loaded', { message });
      },
      { signal },
    );
  };
  const fill = () => {
    while (ready.length + loading < wanted) load();
  };

  fill();
  return {
    take() {
      const worker = ready.shift() ?? null;
      fill();
      return worker;
    },
  };
}
