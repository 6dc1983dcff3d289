import type { CallInfo } from '../call/call-info.ts';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '../errors/phone-error.ts';
import type { FrameTap } from '../media/frame-tap.ts';
import { createMarkLog } from './mark-log.ts';
import type {
  ActiveRecording,
  Capture,
  ChannelSources,
  RecorderPort,
  RecordingListener,
  RecordingSources,
} from './recorder-port.ts';
import type { RecordingFile, RecordingMeta } from './recording-meta.ts';

/** One call's recording, which can be used at once although the recorder takes a moment to begin. */
export interface CallRecording {
  /** Replaces what a channel listens to. Another microphone is a mark. */
  readonly setSources: (channel: 0 | 1, sources: ChannelSources) => void;
  /** Silence on both channels, and a mark. */
  readonly setPaused: (paused: boolean) => void;
  /** The call as it is now: what happens to it becomes marks. */
  readonly follow: (call: CallInfo) => void;
  /** The complete file, or null when there is none: then `onFailure` was told why. Never rejects. To be called once. */
  readonly finish: () => Promise<RecordingFile | null>;
}

/** Begins to record. `listener.onFailure` is told of the first thing that fails; a file may still come of it, if it failed half-way. */
export function createCallRecording(
  recorder: RecorderPort,
  meta: RecordingMeta,
  initial: RecordingSources,
  nowMs: () => number,
  listener: RecordingListener,
  frames: FrameTap | null = null,
): CallRecording {
  let hasFailed = false;
  const fail = (error: PhoneErrorDetail): void => {
    if (!hasFailed) listener.onFailure(error);
    hasFailed = true;
  };
  const capture = createArrival<Capture>();
  const written = createArrival<ActiveRecording>();

  const begin = async (): Promise<ActiveRecording | null> => {
    try {
      const told = { ...listener, onFailure: fail, onCapture: capture.arrive };
      const recording = await recorder.begin(meta, told, initial, frames);
      written.arrive(recording);
      return recording;
    } catch (error) {
      fail(toPhoneErrorDetail(error));
      return null;
    }
  };
  const begun = begin();
  const marks = createMarkLog(
    () => Math.max(0, Math.round(nowMs()) - meta.startedAtMs),
    (mark) => written.act((recording) => recording.mark(mark)),
  );

  return {
    setSources(channel, sources) {
      capture.act(({ setSources }) => setSources(channel, sources));
      if (channel === 1) marks.note('device-change');
    },
    setPaused(paused) {
      capture.act(({ setPaused }) => setPaused(paused));
      marks.set('pause', paused);
    },
    follow: marks.follow,
    async finish() {
      // At once, where it runs: the page draws the end of the call before anything that is waited for.
      const recording = written.current() ?? (await begun);
      try {
        return (await recording?.finish()) ?? null;
      } catch (error) {
        fail(toPhoneErrorDetail(error));
        return null;
      }
    },
  };
}

/** Lets acts wait for what they are done to. */
function createArrival<Subject>() {
  let subject: Subject | null = null;
  const waiting: ((subject: Subject) => void)[] = [];
  return {
    current: () => subject,
    arrive: (arrived: Subject): void => {
      subject = arrived;
      for (const act of waiting.splice(0)) act(arrived);
    },
    /** Now, or as soon as it has come. */
    act: (act: (subject: Subject) => void): void => {
      if (subject === null) waiting.push(act);
      else act(subject);
    },
  };
}
