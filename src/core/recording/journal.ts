import { cleanNotes } from './notes.ts';
import { parseRecordingEnding, parseRecordingMeta } from './parse-recording-meta.ts';
import { readMark, withMark, type RecordingMark } from './recording-mark.ts';
import { mostSn3Codecs, readSn3Codec, type Sn3Codec } from './sn3-codec.ts';
import type { RecordingEnding, RecordingMeta, StoreReceipt } from './recording-meta.ts';

/**
 * The journal is a text file beside each recording: one JSON object per line, only ever appended to, so that a page
 * that dies while it writes loses at most the last line. The first line is always `begun`.
 */
export type JournalEntry =
  | { readonly kind: 'begun'; readonly meta: RecordingMeta }
  /** Something happened to the call. A mark that has ended is written again, with its duration. */
  | { readonly kind: 'mark'; readonly mark: RecordingMark }
  /** What the encoded frames of a side are from now on. */
  | { readonly kind: 'codec'; readonly codec: Sn3Codec }
  | { readonly kind: JournalEnd }
  /** What the person wrote about it, in place of what was written before. */
  | { readonly kind: 'notes'; readonly notes: string }
  /** The person deleted it; the page on which they did can bring it back. */
  | { readonly kind: 'deleted'; readonly atMs: number }
  | { readonly kind: 'restored' }
  /** The store has it; this copy is kept for a while. */
  | { readonly kind: 'stored'; readonly receipt: StoreReceipt };

/** How a recording ended: with its call, or for another reason. */
export type JournalEnd = 'finished' | RecordingEnding;

/** What a journal says of its recording, marks included. `end` is the first end that was written, null while there is none. */
export interface JournalState {
  readonly meta: RecordingMeta;
  readonly end: JournalEnd | null;
  /** Of the encoded frames that were kept beside the sound. */
  readonly codecs: readonly Sn3Codec[];
  readonly receipt: StoreReceipt | null;
  readonly notes: string;
  /** In milliseconds since the Unix epoch; null unless it is deleted. */
  readonly deletedAtMs: number | null;
}

/** One line of a journal, ready to be appended. */
export const encodeJournalEntry = (entry: JournalEntry): string => `${JSON.stringify(entry)}\n`;

/** Reads a journal. Torn and empty lines and lines of unknown kinds are skipped; null when the first line is not whole. */
export function parseJournal(text: string): JournalState | null {
  const [first, ...rest] = text
    .split('\n')
    .map(parseLine)
    .filter((line) => line !== null);
  if (first?.['kind'] !== 'begun') return null;
  const meta = parseRecordingMeta(first['meta']);
  if (meta === null) return null;

  let end: JournalState['end'] = null;
  let { marks } = meta;
  let receipt: StoreReceipt | null = null;
  let notes = '';
  let deletedAtMs: number | null = null;
  const codecs: Sn3Codec[] = [];
  for (const line of rest) {
    const kind = line['kind'];
    end ??= kind === 'finished' ? 'finished' : parseRecordingEnding(kind);
    if (kind === 'stored') receipt = readReceipt(line['receipt']) ?? receipt;
    if (kind === 'notes' && typeof line['notes'] === 'string') notes = cleanNotes(line['notes']);
    if (kind === 'deleted' && typeof line['atMs'] === 'number') deletedAtMs = line['atMs'];
    if (kind === 'restored') deletedAtMs = null;
    const mark = kind === 'mark' ? readMark(line['mark']) : null;
    if (mark !== null) marks = withMark(marks, mark);
    const codec = kind === 'codec' ? readSn3Codec(line['codec']) : null;
    if (codec !== null && codecs.length < mostSn3Codecs) codecs.push(codec);
  }
  return { meta: { ...meta, marks }, end, codecs, receipt, notes, deletedAtMs };
}

function readReceipt(value: unknown): StoreReceipt | null {
  if (typeof value !== 'object' || value === null) return null;
  const { atMs, url, compared, notesRefused } = value as Readonly<Record<string, unknown>>;
  if (typeof atMs !== 'number' || !Number.isFinite(atMs) || typeof url !== 'string') return null;
  return {
    atMs,
    url,
    ...(compared === true ? { compared } : {}),
    ...(notesRefused === true ? { notesRefused } : {}),
  };
}

function parseLine(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}
