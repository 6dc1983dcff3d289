import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { CaptureMessage } from '#core/recording/capture-batch.ts';
import { createPeakMeter, type Peaks } from '#core/recording/peaks.ts';
import { withMark, type RecordingMark } from '#core/recording/recording-mark.ts';
import { splitPcm16 } from '#core/recording/pcm.ts';
import type { SamplesListener } from '#core/recording/recorder-port.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { createSilenceWatch } from '#core/recording/silence-watch.ts';
import { createStereoEncoder } from '#core/recording/stereo-encoder.ts';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import { toStorageError } from '#platform/storage/storage-error.ts';
import type { WavAppender } from '#platform/storage/wav-appender.ts';

/** A recording that is being written. */
export interface RecordingSession {
  /**
   * Waits for the worklet's last samples and the last mark, then completes the file. One to which no sample came stays empty,
   * unless `evenSilent` says that it is wanted: then it is silence. Rejects with `recording/storage-failed`.
   */
  readonly finish: (evenSilent: Promise<boolean>) => Promise<FinishedSession>;
  /** Keeps a mark. */
  readonly mark: (mark: RecordingMark) => void;
  /** Frames of silence, at the capture rate, that stand for samples which never came. */
  readonly paddedFrames: () => number;
}

/** What came of it. */
export interface FinishedSession {
  /** Bytes of all frames. */
  readonly dataBytes: number;
  readonly marks: readonly RecordingMark[];
  readonly peaks: Peaks;
}

/** Whom a session tells. */
export interface SessionListener {
  /** Once, if the recording can be written no longer before `finish`. */
  readonly onStopped: (error: PhoneErrorDetail) => void;
  /** A channel whose party should be heard has been silent for 10 s, or is heard again. */
  readonly onSilence: (channel: 0 | 1, silent: boolean) => void;
  /** Null where nobody wants the samples that are written. */
  readonly onSamples: SamplesListener | null;
  /** A mark is to be kept where a crash does not reach it. May reject; the mark then lives in memory only. One at a time. */
  readonly keepMark: (mark: RecordingMark) => Promise<void>;
}

/** How long a power loss may reach back, with room for the flush itself: less than a second. */
const flushIntervalMs = 800;
/** The worklet's last samples come within milliseconds. They never come when the page closed its AudioContext. */
const lastSamplesTimeoutMs = 1000;

/** Writes what comes through `samples` to `file`. */
export function createRecordingSession(
  meta: RecordingMeta,
  file: WavAppender,
  samples: MessagePort,
  { onStopped, onSilence, onSamples, keepMark }: SessionListener,
): RecordingSession {
  let onFlushed = (_wallMs: number): void => undefined;
  const flushed = new Promise<number>((resolve) => {
    onFlushed = resolve;
  });
  const inOrder = createSerialQueue();
  let marks = meta.marks;
  let kept = Promise.resolve();
  const mark = (mark: RecordingMark) => {
    marks = withMark(marks, mark);
    kept = inOrder(() => keepMark(mark)).catch(() => undefined);
  };
  const encoder = createStereoEncoder(meta, mark);
  const silence = createSilenceWatch(onSilence);
  const meter = createPeakMeter(meta.sampleRateHz);
  const write = (bytes: Uint8Array<ArrayBuffer>) => {
    file.append(bytes);
    meter.push(bytes);
    if (onSamples !== null) onSamples(...splitPcm16(bytes));
  };
  let completed: Promise<number> | null = null;

  const complete = () => {
    if (completed !== null) return completed;
    clearInterval(flushTimer);
    samples.close();
    completed = file.finish();
    // Whoever finishes the recording is told of it.
    completed.catch(() => undefined);
    return completed;
  };

  const attempt = (write: () => void) => {
    if (completed !== null) return;
    try {
      write();
    } catch (error) {
      void complete();
      onStopped(toStorageError(error).detail);
    }
  };

  let cameLately = true;
  const flushTimer = setInterval(() => {
    attempt(file.flush);
    if (!cameLately) silence.miss(flushIntervalMs, marks);
    cameLately = false;
  }, flushIntervalMs);
  samples.addEventListener('message', ({ data }: MessageEvent<CaptureMessage>) => {
    if (data.kind === 'flushed') {
      onFlushed(data.wallMs);
      return;
    }
    cameLately = true;
    silence.push(data.batch, marks);
    attempt(() => encoder.push(data.batch, write));
  });
  samples.start();

  return {
    mark,
    async finish(evenSilent) {
      if (completed === null) {
        const askedAtMs = Date.now();
        const timer = setTimeout(() => onFlushed(askedAtMs), lastSamplesTimeoutMs);
        const endMs = await flushed;
        clearTimeout(timer);
        if (encoder.hasBegun() || (await evenSilent)) attempt(() => encoder.end(endMs, write));
      }
      await kept;
      return { dataBytes: await complete(), marks, peaks: meter.read() };
    },
    paddedFrames: encoder.paddedFrames,
  };
}
