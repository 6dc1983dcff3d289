import { encodeMarks } from '../recording/recording-mark.ts';
import { FormatSN3 } from '../hooks/recording-sink.ts';
import type { RecordingMeta } from '../recording/recording-meta.ts';
import { encodeSn3Codecs, type Sn3Codec } from '../recording/sn3-codec.ts';

/**
 * The keys of tus `Upload-Metadata` that carry a recording's description, each value UTF-8 text (tus encodes it in
 * base64). Numbers are decimal, marks as `encodeMarks` writes them; what is missing or empty is left out. Beside them the
 * phone sends `sha256`, of the whole file in lower-case hex: the store takes no other bytes for this recording. When it
 * has them all it answers, to PATCH and HEAD, with their digest (`Repr-Digest`, RFC 9530) and with where they are from now
 * on (`Content-Location`). Wire contract between the phone and the store; of another tus server nothing of it is asked.
 *
 * An upload that was begun while the call ran could not say everything. It has no length (tus 1.0
 * `Upload-Defer-Length`), its WAV header has the sizes of a file that grows, and each PATCH after the recording's end
 * brings `Upload-Metadata` once more, now complete: the store takes these in place of the first ones, and the digest is
 * that of the file with its true sizes, which the store writes into its own.
 */
export type UploadMetadata = Readonly<Record<string, string>>;

/** Content type of the sound of every recording that is uploaded. */
export const recordingContentType = 'audio/wav';
/** Content type of encoded frames: SN3 has none of its own. */
export const sn3ContentType = 'application/octet-stream';

/** The description as tus metadata. `durationMs` is null while the call runs. */
export function toUploadMetadata(meta: RecordingMeta, durationMs: number | null = null): UploadMetadata {
  const metadata = {
    filename: `${meta.recordingId}.wav`,
    filetype: recordingContentType,
    recordingId: meta.recordingId,
    callId: meta.callId,
    sipCallId: meta.sipCallId,
    direction: meta.direction,
    remoteUri: meta.remoteUri,
    remoteDisplayName: meta.remoteDisplayName ?? '',
    localUri: meta.localUri,
    startedAtMs: String(meta.startedAtMs),
    durationMs: durationMs === null ? '' : String(durationMs),
    sampleRateHz: String(meta.sampleRateHz),
    channels: String(meta.channels),
    marks: encodeMarks(meta.marks),
    ending: meta.ending ?? '',
  };
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== ''));
}

/**
 * The same for the encoded frames of a recording, which are an upload of their own: `format` says so, `codecs` what they
 * are, as `encodeSn3Codecs` writes them.
 */
export const toSn3Metadata = (
  meta: RecordingMeta,
  codecs: readonly Sn3Codec[],
  durationMs: number | null = null,
): UploadMetadata => ({
  ...toUploadMetadata(meta, durationMs),
  filename: `${meta.recordingId}.sn3`,
  filetype: sn3ContentType,
  format: FormatSN3,
  codecs: encodeSn3Codecs(codecs),
});
