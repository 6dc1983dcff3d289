import { asCallId, asRecordingId, asSipCallId, type RecordingId } from '../shared/ids.ts';
import { readMarks } from './recording-mark.ts';
import {
  recordingEndings,
  type RecordingEnding,
  type RecordingMeta,
  type RecordingSampleRateHz,
} from './recording-meta.ts';

const sampleRatesHz: readonly unknown[] = [8000, 16000, 48000] satisfies readonly RecordingSampleRateHz[];
const longestText = 4096;

/** A recording's id, or null when the value is none: it becomes part of file names and URLs. */
export function parseRecordingId(value: unknown): RecordingId | null {
  return typeof value === 'string' && /^[a-z0-9-]{1,64}$/.test(value) ? asRecordingId(value) : null;
}

/** Why a recording ended early, or null when the value says no such thing. */
export const parseRecordingEnding = (value: unknown): RecordingEnding | null =>
  recordingEndings.find((ending) => ending === value) ?? null;

/**
 * A recording's description from parsed JSON of unknown origin. Null when a field is missing, has the wrong type or is
 * longer than 4096 characters; fields that are not known, and marks that make no sense, are left out.
 */
export function parseRecordingMeta(value: unknown): RecordingMeta | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Readonly<Record<string, unknown>>;
  const { callId, sipCallId, direction, remoteUri, remoteDisplayName, localUri, startedAtMs } = fields;
  const ending = parseRecordingEnding(fields['ending']);
  const recordingId = parseRecordingId(fields['recordingId']);

  if (recordingId === null || !isText(callId) || !isText(sipCallId)) return null;
  if (direction !== 'Incoming' && direction !== 'Outgoing') return null;
  if (!isText(remoteUri) || !isText(localUri)) return null;
  if (remoteDisplayName !== null && !isText(remoteDisplayName)) return null;
  if (typeof startedAtMs !== 'number' || !Number.isFinite(startedAtMs)) return null;
  if (!sampleRatesHz.includes(fields['sampleRateHz']) || fields['channels'] !== 2) return null;

  return {
    recordingId,
    callId: asCallId(callId),
    sipCallId: asSipCallId(sipCallId),
    direction,
    remoteUri,
    remoteDisplayName,
    localUri,
    startedAtMs,
    sampleRateHz: fields['sampleRateHz'] as RecordingSampleRateHz,
    channels: 2,
    marks: readMarks(fields['marks']),
    ...(ending === null ? {} : { ending }),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= longestText;
