import { createSerialQueue } from '../shared/serial-queue.ts';
import type { StoredActions } from './stored-recording.ts';

/** Sends notes where the store takes any, one after the other: of two about one recording the later ones stay. */
export function createSendNotes(actions: StoredActions | null): StoredActions['setNotes'] {
  const inOrder = createSerialQueue();
  return (url, notes) => inOrder(async () => actions?.setNotes(url, notes));
}
