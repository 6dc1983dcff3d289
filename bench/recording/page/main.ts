import { recorders, type BenchRecorder, type FoundInFile } from './recorders.ts';
import { simulateRecordRtc } from './simulated-recordrtc.ts';
import { simulateSidetone, type SimulatedFile } from './simulated-sidetone.ts';
import { soak, type SoakFigures } from './soak.ts';
import { openSound } from './sound.ts';

/** What a recorder made of the sound. */
export interface RecordedFile extends FoundInFile {
  readonly bytes: number;
  /** From the call of `finish` to the complete file, in milliseconds. */
  readonly finishMs: number;
  /** How long the sound was recorded by the audio clock. */
  readonly wallMs: number;
}

/** What the bench calls from outside; one recorder at a time. */
export interface RecordingBenchPage {
  readonly begin: (recorder: keyof typeof recorders) => Promise<void>;
  readonly finish: () => Promise<RecordedFile>;
  readonly simulate: (recorder: keyof typeof simulations, minutes: number) => Promise<SimulatedFile | null>;
  readonly soak: (recordings: number, seconds: number) => Promise<SoakFigures>;
}

const sound = openSound();
/** MediaRecorder is not among them: it takes a MediaStream only, which has no faster time than ours. */
const simulations = {
  sidetone: simulateSidetone,
  'RecordRTC StereoAudioRecorder': (minutes: number) => simulateRecordRtc(sound, minutes),
} as const;
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
  simulate: async (name, minutes) => {
    await sound.start();
    return simulations[name](minutes);
  },
  async soak(recordings, seconds) {
    await sound.start();
    return soak(sound, recordings, seconds);
  },
};

Object.assign(globalThis, { recordingBench: page });
