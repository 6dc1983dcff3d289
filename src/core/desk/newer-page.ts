import type { Clock } from '../shared/clock.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';

/** A page is open for days: a new version is noticed within this time. */
const everyMs = 60 * 60 * 1000;

/**
 * Becomes true, once and for all, when the server has another page than the one that is open.
 * `read` says which one it has, and may reject: it is asked again an hour later.
 */
export function watchForNewerPage(deps: {
  readonly own: string;
  readonly read: () => Promise<string>;
  readonly clock: Pick<Clock, 'setTimer'>;
}): ReadonlyStore<boolean> {
  const { own, read, clock } = deps;
  const isNewer = createStore(false);
  const look = async (): Promise<void> => {
    const served = await read().catch(() => own);
    if (served === own) clock.setTimer(() => void look(), everyMs);
    else isNewer.setState(true);
  };
  clock.setTimer(() => void look(), everyMs);
  return isNewer;
}
