import { describe, expect, it } from 'vitest';
import type { RecordingFile } from '#core/recording/recording-meta.ts';
import type { UploadPort, UploadProgress } from '#core/upload/upload-port.ts';

/** What a store may be made to do. */
export type NextAnswer = 'accepted' | 'full' | 'refused' | 'away' | 'slow' | 'unreadable' | 'changed';

/** An upload port with a file that it can send, and a store that does what it is told. */
export interface UploadStage {
  readonly upload: UploadPort;
  readonly file: RecordingFile;
  /** What the store does with the next attempt; `unreadable` and `changed` when it is to give back what it has. */
  readonly nextIs: (what: NextAnswer) => Promise<void>;
}

/** What every `UploadPort` does. */
export function describeUploadContract(setStage: () => Promise<UploadStage>): void {
  describe('an upload', () => {
    it('tells how far it is, and then where the recording is', async () => {
      const { upload, file, nextIs } = await setStage();
      await nextIs('accepted');
      const told: UploadProgress[] = [];
      const uploaded = await upload.upload(file, (progress) => told.push(progress));

      const { recordingId } = file.meta;
      expect(uploaded).toMatchObject({ objectKey: recordingId, bytes: file.byteLength, isCompared: true });
      expect(URL.canParse(uploaded.url)).toBe(true);
      expect(told.at(-1)).toEqual({ sentBytes: file.byteLength, totalBytes: file.byteLength });
    });

    it.each([
      ['full', 'upload/server-full'],
      ['refused', 'upload/refused'],
      ['away', 'upload/server-unreachable'],
    ] as const)('rejects when the store is %s, and may be tried again', async (what, code) => {
      const { upload, file, nextIs } = await setStage();
      await nextIs(what);
      await expect(upload.upload(file, () => undefined)).rejects.toMatchObject({ detail: { code } });
      await nextIs('accepted');
      expect(await upload.upload(file, () => undefined)).toMatchObject({ bytes: file.byteLength });
    });

    it('goes on with what was sent of the recording while it was under way', async () => {
      const { upload, file, nextIs } = await setStage();
      await nextIs('away');
      const code = 'upload/server-unreachable';
      await expect(upload.sendAhead(file.meta)).rejects.toMatchObject({ detail: { code } });
      await nextIs('accepted');
      await upload.sendAhead(file.meta);
      expect(await upload.upload(file, () => undefined)).toMatchObject({ bytes: file.byteLength });
    });

    it.each([
      ['unreadable', 'upload/not-accepted'],
      ['changed', 'upload/refused'],
    ] as const)(
      'is not compared while what is stored is %s, and once it is as it was sent',
      async (what, code) => {
        const { upload, file, nextIs } = await setStage();
        await nextIs('accepted');
        const { url } = await upload.upload(file, () => undefined);
        await nextIs(what);
        await expect(upload.compare(file, url)).rejects.toMatchObject({ detail: { code } });
        await nextIs('accepted');
        const { byteLength: bytes } = file;
        expect(await upload.compare(file, url)).toMatchObject({ url, bytes, isCompared: true });
      },
    );

    it('can be cancelled, and be tried again', async () => {
      const { upload, file, nextIs } = await setStage();
      await nextIs('slow');
      const attempt = upload.upload(file, () => undefined);
      upload.cancel(file.meta.recordingId);
      await expect(attempt).rejects.toMatchObject({ detail: { code: 'upload/cancelled' } });
      upload.cancel(file.meta.recordingId);
      await nextIs('accepted');
      expect(await upload.upload(file, () => undefined)).toMatchObject({ bytes: file.byteLength });
    });
  });
}
