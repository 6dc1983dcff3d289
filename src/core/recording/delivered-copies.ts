import { toPhoneErrorDetail } from '../errors/phone-error.ts';
import type { Clock } from '../shared/clock.ts';
import type { RecordingId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import type { StoredActions } from '../upload/stored-recording.ts';
import { localCopyEndMs, type KeepLocal } from './keep-local.ts';
import type { RecorderPort } from './recorder-port.ts';
import type { LocalCopy } from './recording-item.ts';
import type { RecordingFile, StoreReceipt } from './recording-meta.ts';

/** What they are made of. */
export interface DeliveredCopiesDeps {
  readonly recorder: Pick<RecorderPort, 'deleteLocal' | 'keepReceipt'>;
  readonly sendNotes: StoredActions['setNotes'];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly keepLocal: KeepLocal;
  /** What is being read is not to be deleted. */
  readonly isOpen: (recordingId: RecordingId) => boolean;
  /** What the person wrote about a recording of this device; empty where they did not. */
  readonly notesOf: (recordingId: RecordingId) => string;
  /** What has become of a copy: null when it is gone; and whether it has what the store did not take. */
  readonly onSettled: (recordingId: RecordingId, localCopy: LocalCopy | null, notesRefused: boolean) => void;
}

/**
 * Keeps or deletes the copy of a recording that the store has at `url`: it goes only when its SHA-256 was compared, as the
 * receipt beside it says, or whoever has just stored it (`isCompared`). What fails is to be asked for again. Never rejects.
 */
export type SettleCopy = (file: RecordingFile, url: string, isCompared?: boolean) => Promise<void>;

export function createSettleCopy(deps: DeliveredCopiesDeps): SettleCopy {
  const { recorder, clock, logger, keepLocal, isOpen, notesOf, onSettled } = deps;
  /** Of those that this page has stored, and that have no receipt yet. */
  const compared = new Set<RecordingId>();

  /**
   * They were kept beside the copy, which may be about to go. Resolves with whether the store has them now, if there are
   * any; rejects where it may take them another time.
   */
  const giveNotes = async (recordingId: RecordingId, url: string): Promise<boolean> => {
    const notes = notesOf(recordingId);
    if (notes === '') return true;
    try {
      await deps.sendNotes(url, notes);
      return true;
    } catch (error) {
      const detail = toPhoneErrorDetail(error);
      if (detail.code !== 'upload/refused' && detail.code !== 'recording/file-gone') throw error;
      logger.warn('the store does not take the notes of a recording', { recordingId, ...detail });
      return false;
    }
  };

  const makeReceipt = async (recordingId: RecordingId, url: string): Promise<StoreReceipt> => {
    const isWhole = await giveNotes(recordingId, url);
    return {
      atMs: clock.nowMs(),
      url,
      ...(compared.has(recordingId) ? { compared: true } : {}),
      ...(isWhole ? {} : { notesRefused: true }),
    };
  };

  return async ({ meta: { recordingId }, receipt: kept }, url, isCompared = false) => {
    if (isCompared) compared.add(recordingId);
    try {
      const receipt =
        kept === null
          ? await makeReceipt(recordingId, url)
          : { ...kept, ...(compared.has(recordingId) ? { compared: true as const } : {}) };
      const notesRefused = receipt.notesRefused === true;
      const mayGo = receipt.compared === true && !notesRefused;
      const endsAtMs = mayGo ? localCopyEndMs(keepLocal, receipt.atMs) : null;
      const isOver = endsAtMs !== null && endsAtMs <= clock.nowMs() && !isOpen(recordingId);
      if (isOver) await recorder.deleteLocal(recordingId);
      else if (kept === null || kept.compared !== receipt.compared)
        await recorder.keepReceipt(recordingId, receipt);
      const isUncompared = receipt.compared !== true && keepLocal !== 'always';
      const localCopy = { endsAtMs, ...(isUncompared ? { isUncompared } : {}) };
      onSettled(recordingId, isOver ? null : localCopy, notesRefused);
    } catch (error) {
      logger.warn('a local copy could not be kept or deleted', { ...toPhoneErrorDetail(error) });
    }
  };
}
