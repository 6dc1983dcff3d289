import type { RecordingFile, Sn3File } from '../recording/recording-meta.ts';
import type { AbortSignalLike } from '../shared/abort.ts';
import type { CallId } from '../shared/ids.ts';
import type { CallMeta } from './call-meta.ts';

/** Left: the remote party. */
export const ChannelCaller = 0;
/** Right: the local microphone. */
export const ChannelAgent = 1;
/** A side of a call. Source: seed 2, `RecordingChannel`. */
export type RecordingChannel = typeof ChannelCaller | typeof ChannelAgent;

/** The RTP frames of both directions as one blob, magic `SN3`. */
export const FormatSN3 = 'sn3';
/** Interleaved PCM16 little-endian: `ChannelCaller`, `ChannelAgent`. */
export const FormatStereoPCM = 'stereo_pcm';
/** Source: seed 2, `RecordingFormat`. */
export type RecordingFormat = typeof FormatSN3 | typeof FormatStereoPCM;

/** What the phone hands over when a call ends. Source: seed 2, `RecordingArtifact`. */
export interface RecordingArtifact {
  readonly callId: CallId;
  readonly format: RecordingFormat;
  /** The bytes, or the file on this device that holds them (a WAV with the PCM); null when nothing was captured. */
  readonly payload: Uint8Array | RecordingFile | null;
  /** Of the payload: a negotiated codec for `sn3`, empty for PCM. */
  readonly codec: string;
  /** 0 when nothing was captured. */
  readonly sampleRateHz: number;
  /** 1 for mono, 2 when both sides are in it, 0 when nothing was captured. */
  readonly channels: number;
  /**
   * What was captured beside it: the RTP frames of both directions (`FormatSN3`), with the codec and the clock rate of each.
   * Null where the deployment does not want them (`recording.sn3`), and where the browser gave none.
   */
  readonly sn3: Sn3File | null;
}

/** The artifact of a call of which there is no recording. */
export const nothingCaptured = (callId: CallId): RecordingArtifact => ({
  callId,
  format: FormatStereoPCM,
  payload: null,
  codec: '',
  sampleRateHz: 0,
  channels: 0,
  sn3: null,
});

/** The artifact of a call's recording on this device; null when there is none. */
export const toRecordingArtifact = (callId: CallId, file: RecordingFile | null): RecordingArtifact =>
  file === null
    ? nothingCaptured(callId)
    : {
        ...nothingCaptured(callId),
        payload: file,
        sampleRateHz: file.meta.sampleRateHz,
        channels: file.meta.channels,
        sn3: file.sn3,
      };

/** Where a sink has put a recording; empty where it keeps none. Source: seed 2, `RecordingResult`. */
export interface RecordingResult {
  readonly url: string;
  readonly objectKey: string;
  readonly bytes: number;
  /**
   * Why it is empty, where the phone had to go on without: what was captured did not come in time (it is on this device, and
   * sent when the phone is opened again) or failed, or the sink did not answer in time, or has failed. No sink sets it.
   */
  readonly why?: 'capture-timed-out' | 'capture-failed' | 'sink-timed-out' | 'sink-failed';
}

/** Nothing is kept, or it is not known where. */
export const nothingKept: RecordingResult = { url: '', objectKey: '', bytes: 0 };

/**
 * Receives the sound of recorded calls: `beginRecording`, `appendPcm` as often as there are samples, `finishRecording`
 * once. A call that is recorded again, after the person stopped, is begun and finished again; one that is not recorded is
 * neither. A sink that throws, rejects or never comes to an end does not disturb the call. Source: seed 2, `RecordingSink`.
 */
export interface RecordingSink {
  /** Returns whether the sink wants `appendPcm` for this call. `finishRecording` follows either way. */
  readonly beginRecording: (meta: CallMeta, sampleRateHz: number, codec: string) => boolean;
  /** Mono samples of one side as they come, never empty. The array is used again: copy what is kept. */
  readonly appendPcm: (callId: CallId, channel: RecordingChannel, pcm: Int16Array) => void;
  /**
   * The recording has ended, with its call, or before, when the person has stopped it; nothing is appended any more. The
   * call's end is told with the result, after 30 s at most: then `signal`, an `AbortSignal`, aborts, and nothing is known
   * to be kept.
   */
  readonly finishRecording: (
    signal: AbortSignalLike,
    artifact: RecordingArtifact,
  ) => Promise<RecordingResult>;
}

/** Wants no samples and keeps nothing. */
export const nopRecording: RecordingSink = {
  beginRecording: () => false,
  appendPcm() {},
  finishRecording: () => Promise.resolve(nothingKept),
};
