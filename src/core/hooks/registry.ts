import { nopLifecycle } from './lifecycle-sink.ts';
import type { LifecycleSink } from './lifecycle-sink.ts';
import { nopRecording } from './recording-sink.ts';
import type { RecordingSink } from './recording-sink.ts';

/** The sinks of a deployment, wired once when the phone is built. Source: seed 2, `Registry`. */
export interface Registry {
  readonly lifecycle: LifecycleSink;
  readonly recording: RecordingSink;
}

/** Nobody listens and nothing is kept. */
export const defaultRegistry: Registry = { lifecycle: nopLifecycle, recording: nopRecording };
