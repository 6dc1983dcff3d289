import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { CaptureMessage } from '#core/recording/capture-batch.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { createStereoEncoder } from '#core/recording/stereo-encoder.ts';
import { toStorageError } from '#platform/storage/storage-error.ts';
import type { WavAppender } from '#platform/storage/wav-appender.ts';

/** A recording that is being written. */
export interface RecordingSession {
  /** Waits for the worklet's last samples, then completes the file. Returns the bytes of all frames; rejects with `recording/storage-failed`. */
  readonly finish: () => Promise<number>;
  /** Frames of silence, at the capture rate, that stand for samples which never came. */
  readonly paddedFrames: () => number;
}

/** How long a power loss may reach back, with room for the flush itself: less than a second. */
const flushIntervalMs = 800;
/** The worklet's last samples come within milliseconds. They never come when the page closed its AudioContext. */
const lastSamplesTimeoutMs = 1000;

/** Writes what comes through `samples` to `file`. `onStopped` is told once, if that fails before `finish`. */
export function createRecordingSession(
  meta: RecordingMeta,
  file: WavAppender,
  samples: MessagePort,
  onStopped: (error: PhoneErrorDetail) => void,
): RecordingSession {
  const encoder = createStereoEncoder(meta.sampleRateHz);
  let onFlushed = (): void => undefined;
  const flushed = new Promise<void>((resolve) => {
    onFlushed = resolve;
  });
  let completed: { readonly dataBytes: number } | { readonly error: unknown } | null = null;

  const complete = () => {
    if (completed !== null) return completed;
    clearInterval(flushTimer);
    samples.close();
    try {
      completed = { dataBytes: file.finish() };
    } catch (error) {
      completed = { error };
    }
    return completed;
  };

  const attempt = (write: () => void) => {
    if (completed !== null) return;
    try {
      write();
    } catch (error) {
      complete();
      onStopped(toStorageError(error).detail);
    }
  };

  const flushTimer = setInterval(() => attempt(file.flush), flushIntervalMs);
  samples.addEventListener('message', ({ data }: MessageEvent<CaptureMessage>) => {
    if (data.kind === 'flushed') onFlushed();
    else attempt(() => encoder.push(data.batch, file.append));
  });
  samples.start();

  return {
    async finish() {
      if (completed === null) {
        const timer = setTimeout(() => onFlushed(), lastSamplesTimeoutMs);
        await flushed;
        clearTimeout(timer);
      }
      const result = complete();
      if ('error' in result) throw toStorageError(result.error);
      return result.dataBytes;
    },
    paddedFrames: encoder.paddedFrames,
  };
}
