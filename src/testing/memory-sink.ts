import type { CallMeta } from '#core/hooks/call-meta.ts';
import type { RecordingArtifact, RecordingSink } from '#core/hooks/recording-sink.ts';
import type { CallId } from '#core/shared/ids.ts';

/** A recording as a memory sink has it. */
interface KeptRecording {
  readonly meta: CallMeta;
  readonly sampleRateHz: number;
  /** Samples of the remote party and of the microphone. */
  readonly pcm: readonly [number[], number[]];
  artifact: RecordingArtifact | null;
}

/** A sink that keeps everything in memory. */
export interface MemorySink extends RecordingSink {
  /** What it was told, in order. */
  readonly told: ('begin' | 'append' | 'finish')[];
  /** The last recording of each call. */
  readonly recordings: ReadonlyMap<CallId, KeptRecording>;
}

export function createMemorySink({ wantsSamples = true } = {}): MemorySink {
  const told: MemorySink['told'] = [];
  const recordings = new Map<CallId, KeptRecording>();
  return {
    told,
    recordings,
    beginRecording(meta, sampleRateHz) {
      told.push('begin');
      recordings.set(meta.callId, { meta, sampleRateHz, pcm: [[], []], artifact: null });
      return wantsSamples;
    },
    appendPcm(callId, channel, pcm) {
      told.push('append');
      recordings.get(callId)?.pcm[channel].push(...pcm);
    },
    finishRecording(_signal, artifact) {
      told.push('finish');
      const recording = recordings.get(artifact.callId);
      if (recording !== undefined) recording.artifact = artifact;
      return Promise.resolve({ url: ` memory:${artifact.callId}`, objectKey: artifact.callId, bytes: 0 });
    },
  };
}
