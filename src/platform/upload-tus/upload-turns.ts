import type { SerialQueue } from '#core/shared/serial-queue.ts';

/** One upload at a time for all pages of this origin. A page that is closed or crashes gives its turn free. */
export const createUploadTurns = (): SerialQueue => (work) => navigator.locks.request('uploads', work);
