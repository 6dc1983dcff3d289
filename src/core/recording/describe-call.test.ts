import { describe, expect, it } from 'vitest';
import { buildCall } from '#testing/call-builders.ts';
import { asRecordingId, asSipCallId } from '../shared/ids.ts';
import { toUploadMetadata } from '../upload/upload-wire.ts';
import { describeCall } from './describe-call.ts';
import { encodeJournalEntry, parseJournal } from './journal.ts';

describe('describeCall', () => {
  it('cuts what a stranger made too long for the journal and for the headers of an upload', () => {
    const long = 'é'.repeat(9000);
    const call = buildCall({
      sipCallId: asSipCallId(long),
      remoteUri: `<sip:bob@example.com;x=${long}>`,
      remoteDisplayName: long,
      localUri: `<sip:alice@example.com;x=${long}>`,
    });
    const own = { recordingId: asRecordingId('recording-1'), startedAtMs: 1, sampleRateHz: 16000 } as const;
    const meta = describeCall(call, own);
    expect(parseJournal(encodeJournalEntry({ kind: 'begun', meta }))?.meta).toEqual(meta);
    expect(meta.remoteUri).toMatch(/^sip:bob@example\.com;x=é+$/);
    const headerBytes = Buffer.byteLength(Object.values(toUploadMetadata(meta)).join('')) * (4 / 3);
    expect(headerBytes).toBeLessThan(4000);
  });
});
