import type { RecordingId } from '#core/shared/ids.ts';

/**
 * Which recordings belong to this page. Every page of an origin shares one file system; a claim, a Web Lock, keeps two
 * of them from repairing or uploading the same recording. It ends with the worker that made it, however that ends.
 */
export interface RecordingClaims {
  /** Claims a recording. False when another page still holds it after `waitMs`. Claiming again is harmless. */
  readonly claim: (recordingId: RecordingId, waitMs: number) => Promise<boolean>;
  readonly release: (recordingId: RecordingId) => void;
}

/** Makes this worker's claims. */
export function createRecordingClaims(): RecordingClaims {
  const held = new Map<RecordingId, () => void>();

  return {
    claim(recordingId, waitMs) {
      if (held.has(recordingId)) return Promise.resolve(true);
      return new Promise((resolve) => {
        const hold = () =>
          new Promise<void>((release) => {
            held.set(recordingId, release);
            resolve(true);
          });
        const options = { signal: AbortSignal.timeout(waitMs) };
        navigator.locks.request(`recordings/${recordingId}`, options, hold).catch(() => resolve(false));
      });
    },
    release(recordingId) {
      held.get(recordingId)?.();
      held.delete(recordingId);
    },
  };
}
