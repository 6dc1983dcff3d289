import { describe, expect, it, vi } from 'vitest';
import { silentLogger } from '#core/shared/logger.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { createStoredRecordings } from './stored-recordings.ts';

const listUrl = 'https://store.example.com/recordings';
const row = {
  ...buildRecordingMeta(),
  bytes: 64_044,
  durationMs: 1000,
  sha256: 'a'.repeat(64),
  storedAtMs: 1_700_000_001_000,
  url: '/recordings/recording-1',
};

function listOf(answer: Response | Error) {
  const warn = vi.fn<(message: string, context?: unknown) => void>();
  const fetch = () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer));
  const port = createStoredRecordings(listUrl, { ...silentLogger, warn }, fetch);
  return { warn, list: port.list() };
}

const json = (value: unknown) => new Response(JSON.stringify(value));

describe('createStoredRecordings', () => {
  it('gives the recordings with absolute URLs', async () => {
    const { list } = listOf(json({ recordings: [row] }));
    expect(await list).toEqual([{ ...row, url: 'https://store.example.com/recordings/recording-1' }]);
  });

  it.each([undefined, null, 'none'])(
    'takes the listing of a store that tells no digest: %s',
    async (sha256) => {
      const { list } = listOf(json({ recordings: [{ ...row, sha256 }] }));
      expect(await list).toMatchObject([{ sha256: null }]);
    },
  );

  it('leaves out what makes no sense, and says so', async () => {
    const strange = [
      null,
      'text',
      { ...row, recordingId: '../x' },
      { ...row, bytes: -1 },
      { ...row, durationMs: '1000' },
      { ...row, url: 'javascript:alert(1)' },
      { ...row, url: 'https://[' },
    ];
    const { list, warn } = listOf(json({ recordings: [...strange, row], more: true }));
    expect(await list).toHaveLength(1);
    expect(warn).toHaveBeenCalledWith(expect.any(String), { leftOut: strange.length });
  });

  it.each([
    ['a refusal', new Response('no', { status: 403 }), 'upload/refused'],
    ['an answer that is not JSON', new Response('<html>'), 'upload/refused'],
    ['JSON of another form', json([row]), 'upload/refused'],
    ['an error of the server', new Response('', { status: 502 }), 'upload/server-unreachable'],
    ['no answer', new TypeError('Failed to fetch'), 'upload/server-unreachable'],
    ['an endless answer', new Response(new Uint8Array(17 * 1024 * 1024)), 'upload/server-unreachable'],
  ])('rejects for %s', async (_, answer, code) => {
    await expect(listOf(answer).list).rejects.toMatchObject({ detail: { code } });
  });
});
