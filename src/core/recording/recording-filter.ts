import { remoteAddress } from '../call/selectors.ts';
import type { CallDirection } from '../call/call-state.ts';
import { assertNever } from '../shared/assert-never.ts';
import { isFound, searchable, toSearch } from '../shared/search-text.ts';
import type { RecordingItem } from './recording-item.ts';
import type { RecordingMeta } from './recording-meta.ts';

/** Where a recording is, as one looks for it. */
export const recordingPlaces = ['stored', 'device', 'under-way', 'failed'] as const;
/** One of `recordingPlaces`: `device` has its file here and is to be sent, `under-way` is being recorded. */
export type RecordingPlace = (typeof recordingPlaces)[number];

/** What one looks for. Null is anything. */
export interface RecordingFilter {
  /** Words, each of which must be in the name, the address or the notes; or a number in any spelling. */
  readonly text: string;
  readonly direction: CallDirection | null;
  /** The own address of the call. */
  readonly localUri: string | null;
  readonly place: RecordingPlace | null;
  /** Since the Unix epoch; `untilMs` is not in it. */
  readonly fromMs: number | null;
  readonly untilMs: number | null;
}

/** Everything. */
export const noFilter: RecordingFilter = {
  text: '',
  direction: null,
  localUri: null,
  place: null,
  fromMs: null,
  untilMs: null,
};

/** Where a recording is. */
function placeOf({ progress }: RecordingItem): RecordingPlace {
  switch (progress.phase) {
    case 'recording':
      return 'under-way';
    case 'stored':
    case 'failed':
      return progress.phase;
    case 'queued':
    case 'sending':
    case 'waiting':
      return 'device';
    default:
      return assertNever(progress);
  }
}

/** What is found, in its order; the same array where everything is. `nameOf` tells what a party is called. */
export function filterRecordings(
  items: readonly RecordingItem[],
  filter: RecordingFilter,
  nameOf: (meta: RecordingMeta) => string,
): readonly RecordingItem[] {
  const search = toSearch(filter.text);
  const { direction, localUri, place, fromMs, untilMs } = filter;
  const found = items.filter((item) => {
    const { meta, notes = '' } = item;
    if (direction !== null && meta.direction !== direction) return false;
    if (localUri !== null && meta.localUri !== localUri) return false;
    if (place !== null && placeOf(item) !== place) return false;
    if (fromMs !== null && meta.startedAtMs < fromMs) return false;
    if (untilMs !== null && meta.startedAtMs >= untilMs) return false;
    return (
      search.words.length === 0 || isFound(searchable([nameOf(meta), notes], [remoteAddress(meta)]), search)
    );
  });
  return found.length === items.length ? items : found;
}

/** The own addresses of all recordings, each once, in order of the alphabet. */
export const localUrisOf = (items: readonly RecordingItem[]): readonly string[] =>
  [...new Set(items.map(({ meta }) => meta.localUri))].toSorted();
