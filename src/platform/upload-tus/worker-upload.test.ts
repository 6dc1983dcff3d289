import { expect, it, vi } from 'vitest';
import type { PhoneErrorCode } from '#core/errors/phone-error.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createStoreToken } from '#core/upload/store-token.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import type { UploadReply, UploadRequest } from './upload-messages.ts';
import { createWorkerUpload } from './worker-upload.ts';

/** Uploads for a store that takes only the token that the settings have by now, and a worker that says so. */
function setUp(code: PhoneErrorCode) {
  const shown: (string | null)[] = [];
  const spawnWorker = (): Worker => {
    const told = new EventTarget();
    return Object.assign(told, {
      terminate: () => undefined,
      postMessage({ token }: UploadRequest) {
        shown.push(token);
        const data: UploadReply =
          token === 'second'
            ? { kind: 'sent', sound: { url: 'https://store.example.com/1', isCompared: true }, sn3: null }
            : { kind: 'failed', error: { code, details: `Bearer ${String(token)} is over` } };
        told.dispatchEvent(new MessageEvent('message', { data }));
      },
    }) as unknown as Worker;
  };
  const readAnew = vi.fn<() => Promise<string>>(() => Promise.resolve('second'));
  const upload = createWorkerUpload({
    uploadUrl: 'https://store.example.com/uploads',
    token: createStoreToken('first', readAnew, silentLogger),
    readUploadUrl: () => Promise.resolve(null),
    spawnWorker,
  });
  const file = {
    meta: buildRecordingMeta(),
    byteLength: 64_044,
    durationMs: 1000,
    receipt: null,
    sn3: null,
    read: () => Promise.reject(new Error('nobody reads this file')),
  };
  return { shown, readAnew, attempt: () => upload.upload(file, () => undefined) };
}

it.each(['upload/token-refused', 'upload/not-accepted'] as const)(
  'asks the settings for another token before the attempt after %s',
  async (code) => {
    const { shown, readAnew, attempt } = setUp(code);
    await expect(attempt()).rejects.toMatchObject({ detail: { code, details: 'Bearer ••• is over' } });
    expect(readAnew).not.toHaveBeenCalled();
    expect(await attempt()).toMatchObject({ url: 'https://store.example.com/1' });
    await attempt();
    expect(shown).toEqual(['first', 'second', 'second']);
    expect(readAnew).toHaveBeenCalledTimes(1);
  },
);

it('does not ask them because a store is away', async () => {
  const { shown, attempt } = setUp('upload/server-unreachable');
  const away = { detail: { code: 'upload/server-unreachable' } };
  await expect(attempt()).rejects.toMatchObject(away);
  await expect(attempt()).rejects.toMatchObject(away);
  expect(shown).toEqual(['first', 'first']);
});
