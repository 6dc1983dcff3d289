import RecordRTC, { type StereoAudioRecorder } from 'recordrtc';
import { asCallId, asRecordingId, asSipCallId } from '#core/shared/ids.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { ActiveRecording, RecordingListener } from '#core/recording/recorder-port.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { toAudioSource } from '#platform/media-handles.ts';
import { spawnRecordingWorker } from '#platform/spawn-workers.ts';
import { createWebAudioRecorder } from '#platform/web-audio/recorder.ts';
import { thisFolder } from '#platform/storage/recording-folder.ts';
import { inspectCounter, inspectOpus, inspectTones } from './inspect.ts';
import { sampleRateHz, type BenchSound } from './sound.ts';

/** What a file tells about how it was recorded. */
export interface FoundInFile {
  readonly durationMs: number;
  /** Places where a tone that came through a MediaStream jumps; null for a lossy file. */
  readonly jumps: number | null;
  /** Places where samples of a counter that came straight into the graph are missing, doubled or changed; null for those that take a MediaStream only. */
  readonly losses: number | null;
}

/** A recorder as the bench uses it. */
export interface BenchRecorder {
  readonly begin: () => Promise<void>;
  /** The complete file. */
  readonly finish: () => Promise<Blob>;
  readonly inspect: (file: Blob) => Promise<FoundInFile>;
}

export const benchMeta = (recordingId: string): RecordingMeta => ({
  recordingId: asRecordingId(recordingId),
  callId: asCallId('bench'),
  sipCallId: asSipCallId('bench'),
  direction: 'Outgoing',
  remoteUri: 'sip:bench@localhost',
  remoteDisplayName: null,
  localUri: 'sip:alice@localhost',
  startedAtMs: Date.now(),
  sampleRateHz,
  channels: 2,
  marks: [],
});

/** Of a recording that must not fail. */
export const mustNotFail: RecordingListener = {
  onFailure(error) {
    throw new Error(`the recording failed: ${JSON.stringify(error)}`);
  },
  onSilence() {},
};

function sidetone({ phoneContext, remote, local }: BenchSound): BenchRecorder {
  const recorder = createWebAudioRecorder({
    audioContext: phoneContext,
    spawnWorker: spawnRecordingWorker,
    logger: silentLogger,
  });
  const meta = benchMeta(crypto.randomUUID());
  let recording: ActiveRecording | null = null;
  return {
    async begin() {
      await recorder.prepare();
      recording = await recorder.begin({ ...meta, startedAtMs: Date.now() }, mustNotFail, [
        [toAudioSource(remote)],
        [toAudioSource(local)],
      ]);
    },
    async finish() {
      await recording?.finish();
      const file = await thisFolder.read(meta.recordingId, '.wav');
      if (file === null) throw new Error('there is no file');
      return file;
    },
    async inspect(file) {
      const { durationMs, jumps, losses } = await inspectCounter(file);
      await recorder.deleteLocal(meta.recordingId);
      return { durationMs, jumps, losses };
    },
  };
}

function mediaRecorder({ both }: BenchSound): BenchRecorder {
  const recorder = new MediaRecorder(both, {
    mimeType: 'audio/webm;codecs=opus',
    audioBitsPerSecond: 64_000,
  });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => void parts.push(data));
  return {
    async begin() {
      recorder.start(1000);
    },
    finish: () =>
      new Promise((resolve) => {
        recorder.addEventListener('stop', () => resolve(new Blob(parts, { type: recorder.mimeType })));
        recorder.stop();
      }),
    inspect: async (file) => ({ ...(await inspectOpus(file)), losses: null }),
  };
}

/** RecordRTC's recorder of stereo WAV, with buffers of its usual length. */
export const openRecordRtc = (both: MediaStream): StereoAudioRecorder =>
  new RecordRTC.StereoAudioRecorder(both, {
    type: 'audio',
    mimeType: 'audio/wav',
    numberOfAudioChannels: 2,
    sampleRate: sampleRateHz,
    bufferSize: 4096,
    disableLogs: true,
  });

function recordRtc({ both }: BenchSound): BenchRecorder {
  const recorder = openRecordRtc(both);
  return {
    async begin() {
      recorder.record();
    },
    finish: () => new Promise((resolve) => recorder.stop(resolve)),
    inspect: async (file) => ({ ...(await inspectTones(file)), losses: null }),
  };
}

const nothing = (): BenchRecorder => ({
  begin: () => Promise.resolve(),
  finish: () => Promise.resolve(new Blob()),
  inspect: () => Promise.resolve({ durationMs: 0, jumps: null, losses: null }),
});

/** What is measured side by side. `none` is what the page costs by itself. */
export const recorders = {
  none: nothing,
  sidetone,
  MediaRecorder: mediaRecorder,
  'RecordRTC StereoAudioRecorder': recordRtc,
} as const satisfies Readonly<Record<string, (sound: BenchSound) => BenchRecorder>>;
