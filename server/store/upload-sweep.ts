import { ERRORS } from '@tus/server';
import type { Logger } from '#core/shared/logger.ts';
import type { AcceptingStore } from './accepting-store.ts';
import type { AudioBackend } from './backend.ts';

export const uploadSweepIntervalMs = 60 * 60 * 1000;

/**
 * Looks after uploads that nobody is sending: one whose last byte arrived just before the server stopped becomes a
 * recording, one that is older than `expiryMs` is removed. Never rejects.
 */
export async function sweepUploads(
  store: AcceptingStore,
  audio: AudioBackend,
  logger: Logger,
): Promise<void> {
  let uploadIds: readonly string[] = [];
  try {
    uploadIds = await audio.listUploads();
  } catch (error) {
    logger.error('The unfinished uploads could not be listed.', { error: String(error) });
  }
  for (const uploadId of uploadIds) {
    try {
      const upload = await store.getUpload(uploadId);
      const ageMs = Date.now() - Date.parse(upload.creation_date ?? '');
      if (upload.offset !== upload.size && ageMs > store.getExpiration()) {
        await store.remove(uploadId);
        logger.info('An unfinished upload has expired and was removed.', { uploadId });
      }
    } catch (error) {
      // The server stopped while it removed this one: its bytes are gone, its entry is not.
      if (error === ERRORS.FILE_NO_LONGER_EXISTS) await audio.settle(uploadId).catch(() => undefined);
      else logger.warn('An unfinished upload could not be looked after.', { uploadId, error: String(error) });
    }
  }
}
