import type { ExportPlan } from '#core/recording/export-plan.ts';
import type { MadeZip, OnExported, RecordingExporter, StopSignal } from '#core/recording/export-port.ts';
import { PhoneError, type PhoneErrorCode } from '#core/errors/phone-error.ts';

/** An exporter that makes what it is asked for when the test says so. */
export interface FakeExporter extends RecordingExporter {
  /** What was asked for: a plan, or the names in a ZIP. */
  readonly asked: readonly (ExportPlan | readonly string[])[];
  readonly progress: OnExported;
  /** `missing` is not in the ZIP. */
  readonly finish: (missing?: readonly string[]) => void;
  readonly fail: (code: PhoneErrorCode) => void;
  readonly isStopped: () => boolean;
}

export function createFakeExporter(): FakeExporter {
  const asked: (ExportPlan | readonly string[])[] = [];
  let tell: OnExported = () => undefined;
  let finish = (_missing: readonly string[]): void => undefined;
  let fail = (_code: PhoneErrorCode): void => undefined;
  let isStopped = false;
  const make = (onProgress: OnExported, signal: StopSignal): Promise<MadeZip> =>
    new Promise((resolve, reject) => {
      tell = onProgress;
      finish = (missing) => resolve({ url: 'blob:made', release: () => undefined, missing });
      fail = (code) => reject(new PhoneError({ code }));
      signal.addEventListener('abort', () => {
        isStopped = true;
        reject(signal.reason);
      });
    });
  return {
    asked,
    progress: (share) => tell(share),
    finish: (missing = []) => finish(missing),
    fail: (code) => fail(code),
    isStopped: () => isStopped,
    convert(_open, plan, onProgress, signal) {
      asked.push(plan);
      return make(onProgress, signal);
    },
    zip(entries, onProgress, signal) {
      asked.push(entries.map(({ name }) => name));
      return make(onProgress, signal);
    },
  };
}
