import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PhoneErrorCode } from '#core/errors/phone-error.ts';
import type { UploadProgress } from '#core/upload/upload-port.ts';
import {
  createFile,
  createPage,
  failure,
  fault,
  growing,
  ignore,
  mebibyte,
  meta,
} from '#testing/tus-page.ts';
import {
  readTusReport,
  resetTusStore,
  setTusFaults,
  sha256,
  tusStoreUrl,
} from '#testing/tus-store-client.ts';
import type { TusFault } from '#testing/tus-store.ts';

beforeEach(resetTusStore);

describe('createTusUploader', () => {
  it('sends the whole file with its description', async () => {
    const file = createFile();
    const told: UploadProgress[] = [];
    await createPage().upload(meta, file, (progress) => told.push(progress));

    const report = await readTusReport();
    expect(report.sha256).toBe(await sha256(file));
    expect(report.metadata).toMatchObject({
      recordingId: meta.recordingId,
      remoteDisplayName: 'Zoë',
      filetype: 'audio/wav',
      startedAtMs: String(meta.startedAtMs),
      sha256: await sha256(file),
    });
    expect(told.at(-1)).toEqual({ sentBytes: file.size, totalBytes: file.size });
    expect(told.every(({ sentBytes }, index) => sentBytes >= (told[index - 1]?.sentBytes ?? 0))).toBe(true);
  });

  it.each([1000, 200_000, 4 * mebibyte])(
    'goes on where it was cut off, after %i bytes',
    async (afterBytes) => {
      const file = createFile(6 * mebibyte);
      const page = createPage();
      await setTusFaults(fault('PATCH', { kind: 'cut', afterBytes }));
      await expect(page.upload(meta, file, ignore)).rejects.toEqual(failure('upload/server-unreachable'));
      await page.upload(meta, file, ignore);

      const report = await readTusReport();
      expect(report).toMatchObject({ created: 1, sha256: await sha256(file) });
    },
  );

  it('goes on after the chunks that the store has, also after a reload', async () => {
    const file = createFile();
    const page = createPage();
    await setTusFaults(
      fault('PATCH', { kind: 'status', status: 503 }, 1),
      fault('HEAD', { kind: 'status', status: 503 }),
    );
    await expect(page.upload(meta, file, ignore)).rejects.toEqual(failure('upload/server-unreachable'));
    // The store does not answer the next attempt either: that must not begin a second upload.
    await expect(page.upload(meta, file, ignore)).rejects.toEqual(failure('upload/server-unreachable'));
    await page.upload(meta, file, ignore);

    const report = await readTusReport();
    expect(report).toMatchObject({ created: 1, sha256: await sha256(file) });
    expect(report.receivedBytes).toBeLessThan(file.size + 6 * mebibyte);
  });

  it('begins again when the store has forgotten the upload', async () => {
    const file = createFile(1000);
    const page = createPage();
    page.begun.set(meta.recordingId, `${tusStoreUrl()}/uploads/forgotten`);
    await page.upload(meta, file, ignore);
    expect(await readTusReport()).toMatchObject({ created: 1, sha256: await sha256(file) });
    expect(page.begun.get(meta.recordingId)).not.toContain('forgotten');
  });

  it('sees that the store has everything when only the last answer was lost', async () => {
    const file = createFile(1000);
    const page = createPage();
    await setTusFaults(fault('PATCH', { kind: 'drop-answer' }));
    await expect(page.upload(meta, file, ignore)).rejects.toEqual(failure('upload/server-unreachable'));
    await page.upload(meta, file, ignore);
    const report = await readTusReport();
    expect(report).toMatchObject({ created: 1, sha256: await sha256(file) });
    expect(report.receivedBytes).toBeLessThan(2 * file.size);
  });

  it('takes over the complete upload that the store leads it to', async () => {
    const file = createFile(1000);
    await createPage().upload(meta, file, ignore);
    await setTusFaults(fault('POST', { kind: 'known' }));
    await createPage().upload(meta, file, ignore);
    expect(await readTusReport()).toMatchObject({ created: 1, sha256: await sha256(file) });
  });

  it.each<[TusFault['method'], number, PhoneErrorCode]>([
    ['POST', 400, 'upload/refused'],
    ['POST', 401, 'upload/token-refused'],
    ['POST', 409, 'upload/refused'],
    ['POST', 415, 'upload/refused'],
    ['POST', 403, 'upload/not-accepted'],
    ['POST', 404, 'upload/not-accepted'],
    ['POST', 413, 'upload/not-accepted'],
    ['PATCH', 403, 'upload/not-accepted'],
    ['PATCH', 422, 'upload/refused'],
    ['POST', 507, 'upload/server-full'],
    ['PATCH', 507, 'upload/server-full'],
    ['POST', 429, 'upload/server-unreachable'],
    ['PATCH', 423, 'upload/server-unreachable'],
    ['PATCH', 500, 'upload/server-unreachable'],
    ['POST', 503, 'upload/server-unreachable'],
  ])('says what %s %i means: %s', async (method, status, code) => {
    await setTusFaults(fault(method, { kind: 'status', status }));
    await expect(createPage().upload(meta, createFile(1000), ignore)).rejects.toEqual(failure(code));
  });

  it('says that nobody answers', async () => {
    const page = createPage({ endpoint: 'http://127.0.0.1:9/uploads' });
    await expect(page.upload(meta, createFile(1000), ignore)).rejects.toEqual(
      failure('upload/server-unreachable'),
    );
  });

  it('gives up an attempt in which nothing moves, and goes on in the next', async () => {
    const file = createFile(1000);
    const page = createPage({ stallTimeoutMs: 300 });
    await setTusFaults(fault('PATCH', { kind: 'hang' }));
    await expect(page.upload(meta, file, ignore)).rejects.toEqual(failure('upload/server-unreachable'));
    await page.upload(meta, file, ignore);
    expect(await readTusReport()).toMatchObject({ created: 1, sha256: await sha256(file) });
  });
});

describe('a file that grows', () => {
  const ended = { ...meta, ending: 'recovered' as const };

  it('is sent as far as it is there, and its end says what was not known before', async () => {
    const file = createFile();
    const { sendAhead, upload } = createPage();
    for (const part of [6 * mebibyte, 6 * mebibyte, 7 * mebibyte]) {
      await sendAhead(meta, growing(file, part));
      expect((await readTusReport()).sha256).toBe(await sha256(file.slice(0, part)));
    }
    expect(await readTusReport()).toMatchObject({ created: 1, lastWords: null });
    await upload(ended, file, ignore);
    const report = await readTusReport();
    expect(report).toMatchObject({ created: 1, sha256: await sha256(file) });
    expect(report.lastWords).toMatchObject({ sha256: report.sha256, ending: 'recovered' });
    expect(report.receivedBytes).toBeLessThan(file.size + mebibyte);
  });

  it('has the same bytes wherever its sending was cut, while it grew and after', async () => {
    const file = createFile(200_000);
    const part = fc.nat({ max: file.size });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(part, part), { maxLength: 3 }), part, async (steps, last) => {
        await resetTusStore();
        const { sendAhead, upload } = createPage();
        for (const [there, afterBytes] of steps.toSorted(([a], [b]) => a - b)) {
          await setTusFaults(fault('PATCH', { kind: 'cut', afterBytes }));
          await sendAhead(meta, growing(file, there)).catch(ignore);
        }
        await setTusFaults(fault('PATCH', { kind: 'cut', afterBytes: last }));
        await upload(ended, file, ignore).catch(ignore);
        await setTusFaults();
        await upload(ended, file, ignore);
        expect(await readTusReport()).toMatchObject({ created: 1, sha256: await sha256(file) });
      }),
      { numRuns: 15 },
    );
  });

  it('is complete when all of it was sent before its end, also when the answer to that is lost', async () => {
    const file = createFile(1000);
    const { sendAhead, upload } = createPage();
    await sendAhead(meta, growing(file, file.size));
    await setTusFaults(fault('PATCH', { kind: 'drop-answer' }));
    await expect(upload(ended, file, ignore)).rejects.toEqual(failure('upload/server-unreachable'));
    await upload(ended, file, ignore);
    expect(await readTusReport()).toMatchObject({ created: 1, sha256: await sha256(file) });
  });

  it('is asked for once more when it has been told its length meanwhile', async () => {
    const file = createFile(1000);
    const { sendAhead, upload } = createPage();
    await sendAhead(meta, growing(file, 500));
    await setTusFaults(fault('PATCH', { kind: 'status', status: 400 }));
    await upload(ended, file, ignore);
    expect(await readTusReport()).toMatchObject({ created: 1, sha256: await sha256(file) });
  });

  it('is sent anew when the store has more of it than is left, or refuses what it has become', async () => {
    const file = createFile(1000);
    const shorter = createPage();
    await shorter.sendAhead(meta, growing(file, 1000));
    await shorter.upload(ended, file.slice(0, 996), ignore);
    expect(await readTusReport()).toMatchObject({ created: 2, sha256: await sha256(file.slice(0, 996)) });

    await resetTusStore();
    const other = createPage();
    await other.sendAhead(meta, growing(file, 500));
    await setTusFaults(fault('PATCH', { kind: 'status', status: 422 }));
    await other.upload(ended, file, ignore);
    expect(await readTusReport()).toMatchObject({ created: 2, sha256: await sha256(file) });
  });

  it('is begun again while it grows when the store has forgotten it', async () => {
    const file = createFile(1000);
    const { sendAhead, begun } = createPage();
    begun.set(meta.recordingId, `${tusStoreUrl()}/uploads/forgotten`);
    await sendAhead(meta, growing(file, 500));
    expect(await readTusReport()).toMatchObject({ created: 1, sha256: await sha256(file.slice(0, 500)) });
  });
});
