import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { recordingEndings } from './recording-meta.ts';
import { encodeJournalEntry, parseJournal } from './journal.ts';

const meta = buildRecordingMeta({ remoteDisplayName: 'Zoë "Z" \u2028\n' });
const begun = encodeJournalEntry({ kind: 'begun', meta });
const finished = encodeJournalEntry({ kind: 'finished' });

const nothingElse = { end: null, codecs: [], receipt: null, notes: '', deletedAtMs: null } as const;

describe('parseJournal', () => {
  it('gives the description back, and how the recording ended', () => {
    expect(parseJournal(begun)).toEqual({ meta, ...nothingElse });
    expect(parseJournal(begun + finished)).toEqual({ meta, ...nothingElse, end: 'finished' });
  });

  it('keeps the first reason for which the recording ended', () => {
    for (const kind of recordingEndings) {
      const ended = begun + encodeJournalEntry({ kind });
      expect(parseJournal(ended)).toEqual({ meta, ...nothingElse, end: kind });
      expect(parseJournal(ended + finished)).toEqual({ meta, ...nothingElse, end: kind });
    }
  });

  it('gives the marks as they were last written', () => {
    const hold = { kind: 'hold', atMs: 1000, durationMs: null } as const;
    const transfer = { kind: 'transfer', atMs: 2000, durationMs: null } as const;
    const mark = (mark: unknown) => `\n${JSON.stringify({ kind: 'mark', mark })}\n`;
    const text = begun + mark(hold) + mark(transfer) + mark({ kind: 'no such', atMs: 1 });
    expect(parseJournal(text)?.meta.marks).toEqual([hold, transfer]);
    const ended = { ...hold, durationMs: 5000 };
    expect(parseJournal(text + mark(ended) + finished)?.meta.marks).toEqual([ended, transfer]);
  });

  it('gives the last whole receipt of the store', () => {
    const receipt = { atMs: 1_700_000_000_000, url: 'https://store.example.com/recordings/1' };
    const stored = (value: unknown) => `\n${JSON.stringify({ kind: 'stored', receipt: value })}\n`;
    expect(parseJournal(begun + finished + stored(receipt))).toEqual({
      meta,
      ...nothingElse,
      end: 'finished',
      receipt,
    });
    const broken = [null, 'yes', { atMs: '1', url: 'x' }, { atMs: 1 }].map(stored).join('');
    expect(parseJournal(begun + stored(receipt) + broken)?.receipt).toEqual(receipt);
    expect(parseJournal(begun + broken)?.receipt).toBeNull();
    const withRefusal = { ...receipt, compared: true, notesRefused: true };
    expect(parseJournal(begun + stored(withRefusal))?.receipt).toEqual(withRefusal);
  });

  it('gives what the encoded frames are', () => {
    const opus = {
      direction: 0,
      name: 'opus',
      clockRateHz: 48_000,
      channels: 2,
      payloadType: 111,
      fromByte: 3,
    } as const;
    const codec = (value: unknown) => `\n${JSON.stringify({ kind: 'codec', codec: value })}\n`;
    const broken = [null, 'opus', { ...opus, direction: 2 }, { ...opus, name: '../opus' }]
      .map(codec)
      .join('');
    expect(parseJournal(begun + encodeJournalEntry({ kind: 'codec', codec: opus }) + broken)?.codecs).toEqual(
      [opus],
    );
    expect(parseJournal(begun + codec(opus).repeat(50))?.codecs).toHaveLength(32);
  });

  it('survives a cut at any place', () => {
    const whole = begun + finished;
    for (let length = 0; length < whole.length - 1; length += 1) {
      // A line is whole without its line end too.
      const expected = length < begun.length - 1 ? null : { meta, ...nothingElse };
      expect(parseJournal(whole.slice(0, length))).toEqual(expected);
    }
  });

  it.each([
    ['an id that is a path', { recordingId: '../../etc' }],
    ['no call id', { callId: undefined }],
    ['a rate that is none of ours', { sampleRateHz: 44100 }],
    ['a time that is no number', { startedAtMs: '1' }],
    ['a text without end', { remoteUri: 'x'.repeat(5000) }],
    ['a direction in lower case', { direction: 'incoming' }],
  ])('refuses a description with %s', (_, change) => {
    expect(parseJournal(`${JSON.stringify({ kind: 'begun', meta: { ...meta, ...change } })}\n`)).toBeNull();
  });

  it('never throws, whatever the text', () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parseJournal(text)).toBeNull();
      }),
    );
  });
});
