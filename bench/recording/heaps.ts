import type { CDPSession } from '@playwright/test';

/** What JavaScript holds in a page, in its workers and in its worklets. */
export interface Heaps {
  /** Objects and array buffers of all of them after a garbage collection, in bytes. */
  readonly readBytes: () => Promise<number>;
}

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

/** Watches a page from before its first worker on. */
export async function watchHeaps(page: CDPSession): Promise<Heaps> {
  const threads = new Set<string>();
  const waiting = new Map<number, (result: unknown) => void>();
  let lastId = 0;
  page.on('Target.attachedToTarget', ({ sessionId }) => threads.add(sessionId));
  page.on('Target.detachedFromTarget', ({ sessionId }) => threads.delete(sessionId));
  page.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { readonly id?: number; readonly result?: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  await page.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    // Playwright hands on the messages of the page's own session only: those of its threads come as text in it.
    flatten: false,
  });

  const ask = (sessionId: string, method: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      const message = JSON.stringify({ id: lastId, method });
      page.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  const ofThread = async (sessionId: string): Promise<HeapUsage> => {
    await ask(sessionId, 'HeapProfiler.collectGarbage');
    return (await ask(sessionId, 'Runtime.getHeapUsage')) as HeapUsage;
  };
  return {
    async readBytes() {
      await page.send('HeapProfiler.collectGarbage');
      const heaps = [
        await page.send('Runtime.getHeapUsage'),
        ...(await Promise.all([...threads].map(ofThread))),
      ];
      return heaps.reduce((sum, heap) => sum + heap.usedSize + (heap.backingStorageSize ?? 0), 0);
    },
  };
}
