import { remoteAddress } from '../call/selectors.ts';
import { keysOfParty } from '../contacts/contact-index.ts';
import type { ContactNames } from '../contacts/known-names.ts';
import { contactText } from '../contacts/search-contacts.ts';
import { isFound, searchable, type Search } from '../shared/search-text.ts';
import type { HistoryEntry } from './history-entry.ts';

const texts = new WeakMap<HistoryEntry, string>();

/** What a search finds a call by, whoever its party is. Kept with the entry. */
function entryText(entry: HistoryEntry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const address = remoteAddress(entry);
  const text = searchable([entry.remoteDisplayName ?? ''], [address]);
  texts.set(entry, text);
  return text;
}

/** Does beforehand what the first search would take time for: 10,000 calls at once are half a second of a busy machine. */
export function prepareSearch(entry: HistoryEntry): void {
  entryText(entry);
  keysOfParty(entry);
}

/** Which calls are listed. */
export interface HistoryQuery {
  readonly search: Search;
  readonly missedOnly: boolean;
}

/** The calls that a query finds, in their order: by what the call brought, and by the contact whose it is. */
export function findCalls(
  entries: readonly HistoryEntry[],
  { search, missedOnly }: HistoryQuery,
  names: ContactNames,
): readonly HistoryEntry[] {
  if (!missedOnly && search.words.length === 0) return entries;
  return entries.filter((entry) => {
    if (missedOnly && entry.outcome !== 'missed') return false;
    if (isFound(entryText(entry), search)) return true;
    const contact = names.find(entry);
    return contact !== null && isFound(contactText(contact), search);
  });
}

/** A line of the history: the heading of a day, or a call. */
export type HistoryLine =
  | { readonly kind: 'day'; readonly dayMs: number; readonly calls: number }
  | { readonly kind: 'call'; readonly entry: HistoryEntry };

/**
 * Puts a heading before the calls of each day. `entries` are the newest first; `startOfDay` brings the beginning of the day
 * (milliseconds since the Unix epoch) in which a moment lies, where the person is.
 */
export function groupByDay(
  entries: readonly HistoryEntry[],
  startOfDay: (atMs: number) => number,
): readonly HistoryLine[] {
  const days: { readonly dayMs: number; readonly entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last !== undefined && entry.startedAtMs >= last.dayMs) last.entries.push(entry);
    else days.push({ dayMs: startOfDay(entry.startedAtMs), entries: [entry] });
  }
  return days.flatMap(({ dayMs, entries: ofDay }): readonly HistoryLine[] => [
    { kind: 'day', dayMs, calls: ofDay.length },
    ...ofDay.map((entry): HistoryLine => ({ kind: 'call', entry })),
  ]);
}
