import { afterEach, describe, expect, it, vi } from 'vitest';
import { silentLogger } from '#core/shared/logger.ts';
import { createStoreToken } from '#core/upload/store-token.ts';
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
  const port = createStoredRecordings({ listUrl, token: none, logger: { ...silentLogger, warn }, fetch });
  return { warn, list: port.list() };
}

const tokenOf = (first: string | null, later = first) =>
  createStoreToken(first, () => Promise.resolve(later), silentLogger);
const none = tokenOf(null);

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

  it('gives what the store says of encoded frames, as far as it makes sense', async () => {
    const opus = {
      direction: 0,
      name: 'opus',
      clockRateHz: 48_000,
      channels: 2,
      payloadType: 111,
      fromByte: 3,
    };
    const sn3 = { byteLength: 180, codecs: [opus, 'none'], sha256: null, url: '/recordings/recording-1.sn3' };
    const strange = [null, 'sn3', { ...sn3, url: 'javascript:alert(1)' }, { ...sn3, codecs: 'opus' }];
    const { list } = listOf(json({ recordings: [sn3, ...strange].map((sn3) => ({ ...row, sn3 })) }));
    const url = 'https://store.example.com/recordings/recording-1.sn3';
    expect((await list).map((recording) => recording.sn3)).toEqual([
      { ...sn3, codecs: [opus], url },
      ...strange.map(() => undefined),
    ]);
  });

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
    ['a missing token', new Response('', { status: 401 }), 'upload/token-refused'],
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

afterEach(() => vi.restoreAllMocks());

describe('with a token', () => {
  const token = 'secret-token';

  function storeOf(answer: Response | Error, { later = token, refuses = '' } = {}) {
    const asked: { readonly url: string; readonly headers: Headers }[] = [];
    const port = createStoredRecordings({
      listUrl,
      token: tokenOf(token, later),
      logger: silentLogger,
      fetch(url, { headers }) {
        asked.push({ url, headers: new Headers(headers) });
        if (refuses !== '' && new Headers(headers).get('authorization') === `Bearer ${refuses}`) {
          return Promise.resolve(new Response('', { status: 403 }));
        }
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    });
    const shown = () => asked.map(({ headers }) => headers.get('authorization'));
    return { port, open: port.open ?? (() => Promise.reject(new Error('not offered'))), shown };
  }

  it('shows it with the listing', async () => {
    const { port, shown } = storeOf(json({ recordings: [row] }));
    expect(await port.list()).toHaveLength(1);
    expect(shown()).toEqual([`Bearer ${token}`]);
  });

  it('fetches a file whole, and gives it back', async () => {
    const create = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:one');
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const { open, shown } = storeOf(new Response('sound'));
    const { url, release } = await open('https://store.example.com/recordings/recording-1');
    expect(shown()).toEqual([`Bearer ${token}`]);
    expect(url).toBe('blob:one');
    const [given] = create.mock.lastCall ?? [];
    expect(given instanceof Blob ? await given.text() : null).toBe('sound');
    release();
    expect(revoke).toHaveBeenCalledWith('blob:one');
  });

  it('shows it to nobody but the store', async () => {
    const { open, shown } = storeOf(new Response('sound'));
    (await open('https://files.example.net/recording-1')).release();
    expect(shown()).toEqual([null]);
  });

  it.each([
    [new Response('', { status: 401 }), 'upload/token-refused'],
    [new Response('', { status: 404 }), 'recording/file-gone'],
    [new Response('', { status: 403 }), 'upload/refused'],
    [new Response('', { status: 503 }), 'upload/server-unreachable'],
    [new TypeError('Failed to fetch'), 'upload/server-unreachable'],
  ])('rejects, and does not repeat the token', async (answer, code) => {
    const failure = await storeOf(answer)
      .open('https://store.example.com/recordings/1')
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ detail: { code } });
    expect(JSON.stringify(failure)).not.toContain(token);
  });

  it('shows the one that the settings have by now when the store refuses it, and goes on with that', async () => {
    const { port, shown } = storeOf(json({ recordings: [row] }), { later: 'renewed', refuses: token });
    expect(await port.list()).toHaveLength(1);
    await port.actions?.remove('https://store.example.com/recordings/recording-1');
    expect(shown()).toEqual([`Bearer ${token}`, 'Bearer renewed', 'Bearer renewed']);
  });

  it('asks once where the settings have no other', async () => {
    const { port, shown } = storeOf(new Response('', { status: 401 }));
    await expect(port.list()).rejects.toMatchObject({ detail: { code: 'upload/token-refused' } });
    expect(shown()).toEqual([`Bearer ${token}`]);
  });

  it('is not needed where none is wanted', () => {
    expect(createStoredRecordings({ listUrl, token: none, logger: silentLogger }).open).toBeNull();
  });
});

it('sends notes also when the page goes', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>().mockResolvedValue(new Response());
  const { actions } = createStoredRecordings({ listUrl, token: none, logger: silentLogger, fetch });
  await actions?.setNotes('https://store.example.com/recordings/recording-1', 'call back');
  expect(fetch.mock.calls).toEqual([
    [
      'https://store.example.com/recordings/recording-1/notes',
      expect.objectContaining({ method: 'PUT', body: 'call back', keepalive: true }),
    ],
  ]);
});

it('asks for a file as whoever fetches it does, and leaves what comes of it', async () => {
  const cancel = vi.fn<() => void>();
  const answers = [new Response(new ReadableStream({ cancel })), new Response('', { status: 404 })];
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(answers.shift() ?? Response.error()));
  const { actions } = createStoredRecordings({ listUrl, token: none, logger: silentLogger, fetch });
  const url = 'https://store.example.com/bob.wav?signature=ab';
  await actions?.probe(url);
  expect(fetch.mock.calls[0]?.[1]?.method ?? 'GET').toBe('GET');
  expect(cancel).toHaveBeenCalledOnce();
  await expect(actions?.probe(url)).rejects.toMatchObject({ detail: { code: 'recording/file-gone' } });
});
