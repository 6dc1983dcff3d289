import { toPhoneErrorDetail } from '../errors/phone-error.ts';
import type { RecordingId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import type { UploadQueue } from '../upload/upload-queue.ts';
import type { SettleCopy } from './delivered-copies.ts';
import type { KeepLocal } from './keep-local.ts';
import type { RecorderPort } from './recorder-port.ts';
import type { RecordingFile } from './recording-meta.ts';

/** What it is made of. */
export interface CopyComparisonDeps {
  readonly compare: UploadQueue['compare'];
  readonly settleCopy: SettleCopy;
  readonly recorder: Pick<RecorderPort, 'listLocal'>;
  readonly logger: Logger;
  readonly keepLocal: KeepLocal;
}

/**
 * Has what the store has at `url` compared with the copy here, as often as it takes, and then settles the copy; `hasFailed`
 * when that was tried just now. Ignored where the copy stays anyway, and for a recording whose comparison is awaited already.
 */
export type CompareLater = (file: RecordingFile, url: string, hasFailed: boolean) => void;

export function createCompareLater(deps: CopyComparisonDeps): CompareLater {
  const { compare, settleCopy, recorder, logger, keepLocal } = deps;
  const awaited = new Set<RecordingId>();

  const compareAndSettle = async (file: RecordingFile, url: string, hasFailed: boolean): Promise<void> => {
    const { recordingId } = file.meta;
    try {
      await compare(file, url, hasFailed);
      // As it is kept by now: with the receipt, which says since when the store has it.
      const kept = (await recorder.listLocal()).find(({ meta }) => meta.recordingId === recordingId);
      if (kept !== undefined) await settleCopy(kept, url, true);
    } catch (error) {
      logger.warn('what the store has could not be compared', { ...toPhoneErrorDetail(error) });
    } finally {
      awaited.delete(recordingId);
    }
  };

  return (file, url, hasFailed) => {
    const { recordingId } = file.meta;
    if (keepLocal === 'always' || awaited.has(recordingId)) return;
    awaited.add(recordingId);
    void compareAndSettle(file, url, hasFailed);
  };
}
