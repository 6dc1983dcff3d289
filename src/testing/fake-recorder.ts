import { PhoneError, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { withMark } from '#core/recording/recording-mark.ts';
import type { RecordingFile, RecordingMeta, Sn3File } from '#core/recording/recording-meta.ts';
import { packSn3 } from '#core/recording/sn3-pack.ts';
import type {
  Capture,
  ChannelSources,
  RecorderPort,
  RecordingListener,
} from '#core/recording/recorder-port.ts';
import { encodeWavHeader, wavDurationMs, wavHeaderBytes } from '#core/recording/wav.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import { buildSn3Codec } from './recording-builders.ts';

/** What a test sees of a fake recording under way. */
export interface FakeActiveRecording {
  readonly meta: RecordingMeta;
  readonly sources: readonly [ChannelSources, ChannelSources];
  readonly paused: boolean;
}

/** A recorder that keeps its files, all silence, in memory; with frames that were tapped, one of them. */
export interface FakeRecorder extends RecorderPort {
  readonly active: () => readonly FakeActiveRecording[];
  /** Lets so much time of every recording under way pass. */
  readonly advance: (ms: number) => void;
  /** Makes the next `begin` reject. */
  readonly failNextBegin: (error: PhoneErrorDetail) => void;
  /** Lets a channel be silent for too long, or be heard again. */
  readonly tellSilence: (recordingId: RecordingId, channel: 0 | 1, silent: boolean) => void;
  /** Lets a recording go on without sound, as far as it has frames. */
  readonly loseSound: (recordingId: RecordingId) => void;
  /** Stops a recording as a full disk does. */
  readonly stop: (recordingId: RecordingId, error: PhoneErrorDetail) => void;
  /** Leaves a file on the device, as an earlier page did. */
  readonly addLocal: (meta: RecordingMeta, durationMs: number) => void;
}

interface Active {
  meta: RecordingMeta;
  readonly sources: [ChannelSources, ChannelSources];
  readonly listener: RecordingListener;
  paused: boolean;
  durationMs: number;
  stopped: boolean;
  readonly isTapped: boolean;
}

const packet = packSn3([
  { direction: 0, sequenceNumber: 1, rtpTimestamp: 160, wallNs: 0n, payload: new Uint8Array(160) },
]);
/** One packet of silence from the remote party. */
export const tappedFrames: Sn3File = {
  byteLength: packet.byteLength,
  codecs: [buildSn3Codec()],
  read: (start, end) => Promise.resolve(packet.slice(start, end)),
};

export function createFakeRecorder(): FakeRecorder {
  const active = new Map<RecordingId, Active>();
  const files = new Map<RecordingId, RecordingFile>();
  const trash = new Map<RecordingId, RecordingFile>();
  let beginError: PhoneErrorDetail | null = null;

  const store = (meta: RecordingMeta, durationMs: number, isTapped = false): RecordingFile => {
    const dataBytes = Math.round((durationMs * meta.sampleRateHz) / 1000) * 4;
    const content = new Uint8Array(wavHeaderBytes + dataBytes);
    content.set(encodeWavHeader({ ...meta, dataBytes }));
    const file: RecordingFile = {
      meta,
      byteLength: content.byteLength,
      durationMs: wavDurationMs(dataBytes, meta),
      receipt: null,
      sn3: isTapped ? tappedFrames : null,
      read: (start, end) =>
        files.has(meta.recordingId)
          ? Promise.resolve(content.slice(start, end))
          : Promise.reject(new PhoneError({ code: 'recording/storage-failed' })),
    };
    files.set(meta.recordingId, file);
    return file;
  };

  return {
    active: () => [...active.values()],
    advance(ms) {
      for (const { stopped, meta, listener } of active.values()) {
        const frames = stopped ? 0 : Math.round((ms * meta.sampleRateHz) / 1000);
        if (frames > 0) listener.onSamples?.(new Int16Array(frames), new Int16Array(frames));
      }
      for (const recording of active.values()) if (!recording.stopped) recording.durationMs += ms;
    },
    failNextBegin(error) {
      beginError = error;
    },
    stop(recordingId, error) {
      const recording = active.get(recordingId);
      if (recording === undefined || recording.stopped) return;
      recording.stopped = true;
      recording.listener.onFailure(error);
    },
    tellSilence: (recordingId, channel, silent) =>
      active.get(recordingId)?.listener.onSilence(channel, silent),
    loseSound: (recordingId) => active.get(recordingId)?.listener.onSoundless?.(),
    addLocal: store,

    prepare: () => Promise.resolve(),
    begin(meta, listener, [remote, local] = [[], []], frames = null) {
      if (beginError !== null) {
        const error = new PhoneError(beginError);
        beginError = null;
        return Promise.reject(error);
      }
      const sources: Active['sources'] = [remote, local];
      const recording: Active = {
        meta,
        sources,
        listener,
        paused: false,
        durationMs: 0,
        stopped: false,
        isTapped: frames !== null,
      };
      active.set(meta.recordingId, recording);
      let finished: Promise<RecordingFile> | null = null;
      const capture: Capture = {
        setSources(channel, sources) {
          recording.sources[channel] = sources;
        },
        setPaused(paused) {
          recording.paused = paused;
        },
      };
      listener.onCapture?.(capture);
      return Promise.resolve({
        ...capture,
        mark(mark) {
          recording.meta = { ...recording.meta, marks: withMark(recording.meta.marks, mark) };
        },
        finish() {
          active.delete(meta.recordingId);
          finished ??=
            recording.durationMs === 0
              ? Promise.reject(new PhoneError({ code: 'recording/capture-failed' }))
              : Promise.resolve(store(recording.meta, recording.durationMs, recording.isTapped));
          return finished;
        },
      });
    },
    listLocal: () =>
      Promise.resolve([...files.values()].toSorted((a, b) => a.meta.startedAtMs - b.meta.startedAtMs)),
    async openLocal(recordingId) {
      const file = files.get(recordingId);
      if (file === undefined) throw new PhoneError({ code: 'recording/storage-failed' });
      const content = await file.read(0, file.byteLength);
      const url = URL.createObjectURL(new Blob([Uint8Array.from(content)]));
      return { url, release: () => URL.revokeObjectURL(url) };
    },
    keepReceipt(recordingId, receipt) {
      const file = files.get(recordingId);
      if (file === undefined) return Promise.reject(new PhoneError({ code: 'recording/storage-failed' }));
      files.set(recordingId, { ...file, receipt });
      return Promise.resolve();
    },
    readPeaks: (recordingId) =>
      files.has(recordingId)
        ? Promise.resolve({ framesPerBucket: 320, remote: Uint8Array.of(0), local: Uint8Array.of(0) })
        : Promise.reject(new PhoneError({ code: 'recording/storage-failed' })),
    keepNotes(recordingId, notes) {
      const file = files.get(recordingId);
      if (file === undefined) return Promise.reject(new PhoneError({ code: 'recording/storage-failed' }));
      files.set(recordingId, { ...file, notes });
      return Promise.resolve();
    },
    trashLocal(recordingId) {
      const file = files.get(recordingId);
      if (file === undefined) return Promise.reject(new PhoneError({ code: 'recording/storage-failed' }));
      trash.set(recordingId, file);
      files.delete(recordingId);
      return Promise.resolve();
    },
    restoreLocal(recordingId) {
      const file = trash.get(recordingId);
      if (file === undefined) return Promise.reject(new PhoneError({ code: 'recording/storage-failed' }));
      files.set(recordingId, file);
      trash.delete(recordingId);
      return Promise.resolve(file);
    },
    deleteLocal(recordingId) {
      files.delete(recordingId);
      trash.delete(recordingId);
      return Promise.resolve();
    },
  };
}
