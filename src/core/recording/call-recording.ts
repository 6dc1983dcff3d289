import { toPhoneErrorDetail, type PhoneErrorDetail } from '../errors/phone-error.ts';
import type { AudioSource } from '../media/audio-source.ts';
import type { ActiveRecording, RecorderPort, RecordingSources } from './recorder-port.ts';
import type { RecordingFile, RecordingMeta } from './recording-meta.ts';

/** One call's recording, which can be used at once although the recorder takes a moment to begin. */
export interface CallRecording {
  readonly setSource: (channel: 0 | 1, source: AudioSource | null) => void;
  /** The complete file, or null when there is none: then `onFailure` was told why. Never rejects. To be called once. */
  readonly finish: () => Promise<RecordingFile | null>;
}

/** Begins to record. `onFailure` is told of everything that fails; a file may still come of it, if it failed half-way. */
export function createCallRecording(
  recorder: RecorderPort,
  meta: RecordingMeta,
  initial: RecordingSources,
  onFailure: (error: PhoneErrorDetail) => void,
): CallRecording {
  const sources: [AudioSource | null, AudioSource | null] = [...initial];
  let running: ActiveRecording | null = null;

  const begin = async (): Promise<ActiveRecording | null> => {
    try {
      const recording = await recorder.begin(meta, onFailure, initial);
      for (const channel of [0, 1] as const) {
        if (sources[channel] !== initial[channel]) recording.setSource(channel, sources[channel]);
      }
      running = recording;
      return recording;
    } catch (error) {
      onFailure(toPhoneErrorDetail(error));
      return null;
    }
  };
  const begun = begin();

  return {
    setSource(channel, source) {
      sources[channel] = source;
      running?.setSource(channel, source);
    },
    async finish() {
      const recording = await begun;
      try {
        return (await recording?.finish()) ?? null;
      } catch (error) {
        onFailure(toPhoneErrorDetail(error));
        return null;
      }
    },
  };
}
