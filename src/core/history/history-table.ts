import { remoteAddress } from '../call/selectors.ts';
import type { CallOutcome } from '../call/statistics.ts';
import type { CallDirection } from '../call/call-state.ts';
import { type ContactNames, partyName } from '../contacts/known-names.ts';
import { ownAccountOf } from '../registration/own-account.ts';
import { tableOf, writeCsv } from '../shared/csv-writer.ts';
import { type HistoryEntry, talkedMs } from './history-entry.ts';

/** In which words and by which clock the table is written. */
export interface HistoryTableWords {
  readonly headings: Readonly<
    Record<
      | 'when'
      | 'name'
      | 'address'
      | 'account'
      | 'direction'
      | 'outcome'
      | 'talkedSeconds'
      | 'quality'
      | 'loss',
      string
    >
  >;
  readonly directions: Readonly<Record<CallDirection, string>>;
  readonly outcomes: Readonly<Record<CallOutcome, string>>;
  /** A moment as spreadsheets read it, where the person is: `2026-11-28 15:04:05`. */
  readonly writeTime: (atMs: number) => string;
}

/** Calls as CSV, row by row, with a number for what is measured (mean opinion score 1 to 5, loss in per cent). */
export function writeHistoryTable(
  entries: readonly HistoryEntry[],
  names: ContactNames,
  { headings, directions, outcomes, writeTime }: HistoryTableWords,
): Iterable<string> {
  const row = (entry: HistoryEntry): readonly string[] => {
    const talked = talkedMs(entry);
    return [
      writeTime(entry.startedAtMs),
      partyName(names, entry),
      remoteAddress(entry),
      ownAccountOf(entry),
      directions[entry.direction],
      outcomes[entry.outcome],
      talked === null ? '' : String(Math.round(talked / 1000)),
      entry.quality?.meanMosScore.toFixed(2) ?? '',
      entry.quality?.meanPacketLossPercent.toFixed(2) ?? '',
    ];
  };
  const { when, name, address, account, direction, outcome, talkedSeconds, quality, loss } = headings;
  const first = [when, name, address, account, direction, outcome, talkedSeconds, quality, loss];
  return writeCsv(tableOf(first, entries, row));
}
