import { beforeEach, describe, expect, it } from 'vitest';
import {
  readTusReport,
  resetTusStore,
  setTusFaults,
  sha256,
  tusStoreUrl,
} from '#testing/tus-store-client.ts';
import { createFile, createPage, failure, fault, ignore, meta } from '#testing/tus-page.ts';

beforeEach(resetTusStore);

describe('what is at the server in the end', () => {
  const file = createFile(1000);
  const confirmed = async (of: Blob, place = '/recordings/1') => {
    const bytes = (await sha256(of)).match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
    const headers = {
      'repr-digest': `sha-512=:AAAA:, sha-256=:${btoa(String.fromCharCode(...bytes))}:`,
      'content-location': place,
    };
    return { kind: 'says', headers } as const;
  };
  const refuseReading = fault('GET', { kind: 'status', status: 403 });

  it('is read back and compared where the server does not say what it has', async () => {
    const page = createPage();
    const { url, isCompared } = await page.upload(meta, file, ignore);
    expect(isCompared).toBe(true);
    expect(url).toBe(page.begun.get(meta.recordingId));
    expect(await sha256(await (await fetch(url)).blob())).toBe(await sha256(file));
  });

  it.each([
    ['may not be read', 403],
    ['is not there', 404],
    // The fault's own answer: other bytes.
    ['is something else', 200],
  ])('is not compared where it %s', async (_, status) => {
    const page = createPage();
    await setTusFaults(fault('GET', { kind: 'status', status }));
    const { url, isCompared } = await page.upload(meta, file, ignore);
    expect({ url, isCompared }).toEqual({ url: page.begun.get(meta.recordingId), isCompared: false });
  });

  it('is asked for again when the server cannot say now, or breaks off', async () => {
    const page = createPage();
    for (const what of [{ kind: 'status', status: 503 }, { kind: 'break' }] as const) {
      await setTusFaults(fault('GET', what));
      await expect(page.upload(meta, file, ignore)).rejects.toEqual(failure('upload/server-unreachable'));
    }
    expect(await page.upload(meta, file, ignore)).toMatchObject({ isCompared: true });
    expect(await readTusReport()).toMatchObject({ created: 1 });
  });

  it('is where the server says, and need not be read when the server says its digest', async () => {
    await setTusFaults(fault('PATCH', await confirmed(file)), refuseReading);
    expect(await createPage().upload(meta, file, ignore)).toEqual({
      url: `${tusStoreUrl()}/recordings/1`,
      isCompared: true,
    });
  });

  it('is confirmed to whoever has missed the last answer', async () => {
    const page = createPage();
    await setTusFaults(fault('PATCH', { kind: 'drop-answer' }));
    await expect(page.upload(meta, file, ignore)).rejects.toEqual(failure('upload/server-unreachable'));
    await setTusFaults(fault('HEAD', await confirmed(file)), refuseReading);
    expect(await page.upload(meta, file, ignore)).toMatchObject({ isCompared: true });
  });

  it('is not believed to be what was sent by a digest of something else, nor by an address that is none', async () => {
    await setTusFaults(fault('PATCH', await confirmed(file.slice(1), 'javascript:alert(1)')), refuseReading);
    const page = createPage();
    expect(await page.upload(meta, file, ignore)).toEqual({
      url: page.begun.get(meta.recordingId),
      isCompared: false,
    });
  });
});

describe('what nobody could compare when it was stored', () => {
  const file = createFile(1000);
  const unreadable = fault('GET', { kind: 'status', status: 403 });
  const store = async () => {
    const page = createPage();
    await setTusFaults(unreadable);
    const { url } = await page.upload(meta, file, ignore);
    await setTusFaults();
    return { page, url };
  };

  it('is compared later, and not sent again', async () => {
    const { page, url } = await store();
    await setTusFaults(unreadable);
    await expect(page.compare(meta, file, url)).rejects.toEqual(failure('upload/not-accepted'));
    await setTusFaults();
    expect(await page.compare(meta, file, url)).toEqual({ url, isCompared: true });
    expect(await readTusReport()).toMatchObject({ created: 1 });
  });

  it('is read where it was said to be when the server has forgotten the upload', async () => {
    const { page, url } = await store();
    page.begun.set(meta.recordingId, `${tusStoreUrl()}/uploads/forgotten`);
    expect(await page.compare(meta, file, url)).toEqual({ url, isCompared: true });
    page.begun.clear();
    expect(await page.compare(meta, file, url)).toEqual({ url, isCompared: true });
    await expect(page.compare(meta, file, null)).rejects.toEqual(failure('upload/not-accepted'));
    expect(await readTusReport()).toMatchObject({ created: 1 });
  });

  it('is not taken for equal when it is something else', async () => {
    const { page, url } = await store();
    const other = new Blob([file.slice(0, -1), 'x']);
    await expect(page.compare(meta, other, url)).rejects.toEqual(failure('upload/refused'));
  });
});
