import { recorders, type BenchRecorder } from './recorders.ts';
import { simulateHour } from './simulated-hour.ts';
import { soak, type SoakFigures } from './soak.ts';
import { openSound } from './sound.ts';

/** What a recorder made of the sound. */
export interface RecordedFile {
  readonly bytes: number;
  /** From the call of `finish` to the complete file, in milliseconds. */
  readonly finishMs: number;
  readonly durationMs: number;
  /** How long the sound was recorded by the audio clock. */
  readonly wallMs: number;
  /** Places where a tone jumps; null for a lossy file, whose samples say nothing. */
  readonly jumps: number | null;
}

/** What the bench calls from outside; one recorder at a time. */
export interface RecordingBenchPage {
  readonly begin: (recorder: keyof typeof recorders) => Promise<void>;
  readonly finish: () => Promise<RecordedFile>;
  readonly simulateHour: typeof simulateHour;
  readonly soak: (recordings: number, seconds: number) => Promise<SoakFigures>;
}

const sound = openSound();
let active: { readonly recorder: BenchRecorder; readonly beganAtSeconds: number } | null = null;

const page: RecordingBenchPage = {
  async begin(name) {
    await sound.start();
    const recorder = recorders[name](sound);
    await recorder.begin();
    active = { recorder, beganAtSeconds: sound.context.currentTime };
  },
  async finish() {
    if (active === null) throw new Error('nothing is being recorded');
    const { recorder, beganAtSeconds } = active;
    active = null;
    const wallMs = (sound.context.currentTime - beganAtSeconds) * 1000;
    const askedAtMs = performance.now();
    const file = await recorder.finish();
    const finishMs = performance.now() - askedAtMs;
    return { bytes: file.size, finishMs, wallMs, ...(await recorder.inspect(file)) };
  },
  simulateHour,
  async soak(recordings, seconds) {
    await sound.start();
    return soak(sound, recordings, seconds);
  },
};

Object.assign(globalThis, { recordingBench: page });
