import { toPhoneErrorDetail } from '../errors/phone-error.ts';
import type { RecordingId } from '../shared/ids.ts';
import type { UploadedRecording, UploadPort } from './upload-port.ts';

/**
 * Brings each recording to two places. It is stored when both have it. A place that fails does not keep the other from its
 * copy, and what has succeeded is not done again. What is told of it, how far it is, where it is and why it is not there, is
 * the last one's where that has something to tell.
 */
export function createUploadToBoth(first: UploadPort, last: UploadPort): UploadPort {
  const ports = [first, last];
  /** What has succeeded of recordings that are not in both. */
  const reached = new Map<RecordingId, Map<UploadPort, UploadedRecording>>();

  return {
    async upload(file, onProgress) {
      const { recordingId } = file.meta;
      const has = reached.get(recordingId) ?? new Map<UploadPort, UploadedRecording>();
      reached.set(recordingId, has);
      const failures: unknown[] = [];
      for (const port of ports) {
        if (has.has(port)) continue;
        try {
          has.set(port, await port.upload(file, port === last ? onProgress : () => undefined));
        } catch (error) {
          failures.push(error);
          if (toPhoneErrorDetail(error).code === 'upload/cancelled') break;
        }
      }
      const uploaded = has.get(last);
      if (failures.length > 0 || uploaded === undefined) throw failures.at(-1);
      reached.delete(recordingId);
      return { ...uploaded, isCompared: [...has.values()].every(({ isCompared }) => isCompared) };
    },
    async compare(file, url) {
      await first.compare(file, url);
      return last.compare(file, url);
    },
    async sendAhead(meta) {
      for (const port of ports) await port.sendAhead(meta);
    },
    cancel: (recordingId) => ports.forEach((port) => port.cancel(recordingId)),
    async discard(recordingId) {
      reached.delete(recordingId);
      await Promise.all(ports.map((port) => port.discard(recordingId)));
    },
  };
}
