import * as v from 'valibot';
import { FormatSN3 } from '#core/hooks/recording-sink.ts';
import { asCallId, asRecordingId, asSipCallId } from '#core/shared/ids.ts';
import { decodeMarks } from '#core/recording/recording-mark.ts';
import { decodeSn3Codecs, type Sn3Codec } from '#core/recording/sn3-codec.ts';
import { recordingEndings, type RecordingMeta } from '#core/recording/recording-meta.ts';
import { Refusal } from './refusal.ts';

/** tus `Upload-Metadata`, decoded. */
export type AnnouncedMetadata = Readonly<Record<string, string | null>> | undefined;

export const sha256Form = /^[0-9a-f]{64}$/;

const maxTextLength = 512;
// Control and format characters: C0, DEL, C1, zero-width, bidirectional marks and overrides, byte order mark.
const unprintable = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Text that a stranger may have sent. It never costs a recording: it is cleaned and cut instead of refused. */
const text = v.pipe(
  v.string(),
  v.transform((value) => value.replace(unprintable, '').slice(0, maxTextLength)),
);

/** What whoever sent it did not know, or had nothing of. */
const optionalText = v.pipe(
  v.optional(v.nullable(text), null),
  v.transform((value) => value ?? ''),
);

const decimal = (minimum: number, maximum: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,16}$/, 'is not a whole number'),
    v.transform(Number),
    v.minValue(minimum, 'is too small'),
    v.maxValue(maximum, 'is too large'),
  );

const endOfYear9999Ms = 253_402_300_799_999;

const metadataForm = v.object({
  recordingId: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9-]{1,64}$/, 'is not 1 to 64 of a-z, 0-9 and -'),
    v.transform(asRecordingId),
  ),
  callId: v.pipe(
    v.string(),
    v.regex(/^[\w.:-]{1,128}$/, 'is not 1 to 128 plain characters'),
    v.transform(asCallId),
  ),
  sipCallId: v.pipe(optionalText, v.transform(asSipCallId)),
  direction: v.picklist(['Outgoing', 'Incoming'], 'is neither Outgoing nor Incoming'),
  remoteUri: optionalText,
  remoteDisplayName: v.optional(v.nullable(text), null),
  localUri: optionalText,
  startedAtMs: decimal(0, endOfYear9999Ms),
  sampleRateHz: v.pipe(decimal(1, 48_000), v.picklist([8000, 16000, 48000], 'is not 8000, 16000 or 48000')),
  channels: v.pipe(decimal(1, 2), v.literal(2, 'is not 2')),
  // Known kinds and numbers only, so many at most, whatever was sent.
  marks: v.pipe(
    v.optional(v.nullable(v.string()), null),
    v.transform((sent) => decodeMarks(sent ?? '')),
  ),
  // A reason that this store does not know costs no recording.
  ending: v.optional(v.fallback(v.nullable(v.picklist(recordingEndings)), null), null),
});

/**
 * The SHA-256 that an upload announces for its whole file, lower-case hex; null when it announces none. Throws a Refusal
 * 400 when it is no digest.
 */
export function parseAnnouncedSha256(metadata: AnnouncedMetadata): string | null {
  const sha256 = metadata?.['sha256'] ?? null;
  if (sha256 === null || sha256Form.test(sha256)) return sha256;
  throw new Refusal(400, 'The upload was refused: sha256 is not 64 hexadecimal digits in lower case.');
}

/**
 * What the encoded frames are that an upload brings; null when it brings a recording's sound. Throws a Refusal 400 when it
 * announces something else.
 */
export function parseAnnouncedCodecs(metadata: AnnouncedMetadata): readonly Sn3Codec[] | null {
  const format = metadata?.['format'] ?? null;
  if (format === null) return null;
  if (format !== FormatSN3) throw new Refusal(400, 'The upload was refused: format is not sn3.');
  const codecs = decodeSn3Codecs(metadata?.['codecs'] ?? '');
  if (codecs.length === 0) throw new Refusal(400, 'The upload was refused: codecs names none.');
  return codecs;
}

/**
 * The recording that an upload announces (see `core/upload/upload-wire.ts`). Unknown keys are dropped.
 * Throws a Refusal 400 that names the first value that cannot be.
 */
export function parseMetadata(metadata: AnnouncedMetadata): RecordingMeta {
  const result = v.safeParse(metadataForm, { ...metadata });
  if (result.success) {
    const { ending, ...rest } = result.output;
    return ending === null ? rest : { ...rest, ending };
  }
  const [issue] = result.issues;
  const key = v.getDotPath(issue) ?? 'metadata';
  const missing = issue.input === undefined ? 'is missing' : issue.message;
  throw new Refusal(400, `The upload was refused: ${key} ${missing}.`);
}
