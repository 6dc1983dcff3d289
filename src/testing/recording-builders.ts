import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { PassedFrame } from '#core/recording/sn3-recorder.ts';
import type { Sn3Codec } from '#core/recording/sn3-codec.ts';
import { asCallId, asRecordingId, asSipCallId } from '#core/shared/ids.ts';

/** A description of a recorded call, with the given fields instead of the usual ones. */
export function buildRecordingMeta(changes: Partial<RecordingMeta> = {}): RecordingMeta {
  return {
    recordingId: asRecordingId('recording-1'),
    callId: asCallId('call-1'),
    sipCallId: asSipCallId('a84b4c76e66710@example.com'),
    direction: 'Incoming',
    remoteUri: 'sip:bob@example.com',
    remoteDisplayName: 'Bob',
    localUri: 'sip:alice@example.com',
    startedAtMs: 1_700_000_000_000,
    sampleRateHz: 16000,
    channels: 2,
    marks: [],
    ...changes,
  };
}

/** G.711 µ-law of the remote party from the first frame on, with the given fields instead. */
export function buildSn3Codec(changes: Partial<Sn3Codec> = {}): Sn3Codec {
  return {
    direction: 0,
    name: 'PCMU',
    clockRateHz: 8000,
    channels: 1,
    payloadType: 0,
    fromByte: 3,
    ...changes,
  };
}

/** 20 ms of G.711 µ-law of the remote party, as it passed, with the given fields instead. */
export function buildPassedFrame(changes: Partial<PassedFrame> = {}): PassedFrame {
  return {
    direction: 0,
    sequenceNumber: 1,
    rtpTimestamp: 160,
    payload: new Uint8Array(160),
    mimeType: 'audio/PCMU',
    payloadType: 0,
    atNs: 0n,
    ...changes,
  };
}
