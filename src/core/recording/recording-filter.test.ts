import { describe, expect, it } from 'vitest';
import { remoteName } from '#core/call/selectors.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { filterRecordings, localUrisOf, noFilter, type RecordingFilter } from './recording-filter.ts';
import type { RecordingItem, RecordingProgress } from './recording-item.ts';

const build = (
  id: string,
  changes: Parameters<typeof buildRecordingMeta>[0],
  progress: RecordingProgress,
  notes = '',
): RecordingItem => ({
  meta: buildRecordingMeta({ recordingId: asRecordingId(id), ...changes }),
  progress,
  durationMs: 1000,
  bytes: 1,
  localCopy: null,
  notes,
});
const stored = { phase: 'stored', url: '/recordings/x' } as const;
const items = [
  build('zoe', { remoteDisplayName: 'Zoë Größe', startedAtMs: 3000 }, stored, 'about the invoice'),
  build('bob', { direction: 'Outgoing', startedAtMs: 2000 }, { phase: 'queued' }),
  build(
    'now',
    { localUri: 'sip:sales@example.com', remoteUri: 'sip:030123456@example.com', startedAtMs: 1000 },
    { phase: 'recording' },
  ),
];
const find = (filter: Partial<RecordingFilter>) =>
  filterRecordings(items, { ...noFilter, ...filter }, remoteName).map(({ meta }) => meta.recordingId);

describe('filterRecordings', () => {
  it.each([
    [{ text: 'zoe gro' }, ['zoe']],
    [{ text: 'INVOICE' }, ['zoe']],
    [{ text: 'bob@example' }, ['zoe', 'bob']],
    [{ text: 'zoe nobody' }, []],
    [{ text: '030 123-456' }, ['now']],
    [{ direction: 'Outgoing' }, ['bob']],
    [{ localUri: 'sip:sales@example.com' }, ['now']],
    [{ place: 'stored' }, ['zoe']],
    [{ place: 'device' }, ['bob']],
    [{ place: 'under-way' }, ['now']],
    [{ place: 'failed' }, []],
    [{ fromMs: 2000 }, ['zoe', 'bob']],
    [{ fromMs: 1000, untilMs: 3000 }, ['bob', 'now']],
  ] as const)('%j finds %j', (filter, found) => {
    expect(find(filter)).toEqual(found);
  });

  it('gives the same list where nothing is left out', () => {
    expect(filterRecordings(items, noFilter, remoteName)).toBe(items);
  });

  it('knows the own addresses, each once', () => {
    expect(localUrisOf(items)).toEqual(['sip:alice@example.com', 'sip:sales@example.com']);
  });
});
