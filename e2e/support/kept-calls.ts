import type { Page } from '@playwright/test';

/** Writes so many calls into the database of the page, the newest an hour ago: `Person 0`, `Person 1`, … Each tenth was missed. */
export const keepCalls = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (calls) => {
    // Opened before the phone has made it, it would be an empty one for ever.
    while (!(await indexedDB.databases()).some(({ name }) => name === 'people')) {
      await new Promise(requestAnimationFrame);
    }
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('people');
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(new Error(String(opening.error))));
    });
    const transaction = database.transaction('calls', 'readwrite');
    const store = transaction.objectStore('calls');
    const hourMs = 3_600_000;
    for (let index = 0; index < calls; index += 1) {
      const startedAtMs = Date.now() - (index + 1) * hourMs;
      const isMissed = index % 10 === 0;
      store.put({
        id: `kept-${index}`,
        order: [startedAtMs, `kept-${index}`],
        sipCallId: `kept-${index}@example.com`,
        ...(isMissed ? { missedAtMs: startedAtMs } : {}),
        item: {
          callId: `kept-${index}`,
          sipCallId: `kept-${index}@example.com`,
          direction: 'Incoming',
          localUri: 'sip:alice@localhost',
          remoteUri: `sip:+4930${index}@example.com`,
          remoteDisplayName: `Person ${index}`,
          startedAtMs,
          connectedAtMs: isMissed ? null : startedAtMs + 4000,
          endedAtMs: startedAtMs + 60_000,
          outcome: isMissed ? 'missed' : 'answered',
          end: { cause: 'hung-up', initiator: 'remote', sipCode: null },
          errorCode: null,
          quality: null,
        },
      });
    }
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(new Error(String(transaction.error))));
    });
    database.close();
  }, count);
