import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordingMeta, wavFile } from '../testing/recordings.ts';
import { startStoreServer, type StoreServer } from '../testing/store-server.ts';
import { refusalOf, uploadWithTus } from '../testing/tus-upload.ts';

const recordingToken = 'a-token-of-the-deployment';
const shown = { authorization: `Bearer ${recordingToken}` };
const sentence = 'This recording server wants a token: set recording.token in the config.json of the phone.';
const page = 'https://desk.example';
let server: StoreServer;
beforeAll(async () => {
  server = await startStoreServer({ recordingToken, allowedOrigins: [page] });
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.origin}${path}`, { headers, method });

describe('a store with a token', () => {
  it('takes and gives recordings to whoever shows it', async () => {
    const file = wavFile(100);
    await uploadWithTus(server.origin, recordingMeta(), file, { headers: shown });
    const listing = await get('/recordings', shown);
    expect(await listing.json()).toMatchObject({ recordings: [{ recordingId: 'rec-1' }] });
    const stored = await get('/recordings/rec-1', { authorization: `bearer  ${recordingToken}` });
    expect(Buffer.from(await stored.arrayBuffer())).toEqual(file);
  });

  it.each([
    ['none', {}],
    ['an empty one', { authorization: 'Bearer ' }],
    ['a part of it', { authorization: `Bearer ${recordingToken.slice(1)}` }],
    ['another', { authorization: 'Bearer another' }],
    ['it with more', { authorization: `Bearer ${recordingToken} more` }],
    ['it in another scheme', { authorization: `Basic ${recordingToken}` }],
  ])('answers 401 to whoever shows %s', async (_, headers: Record<string, string>) => {
    for (const path of [
      '/recordings',
      '/recordings/rec-1',
      '/recordings/rec-1?download',
      '/recordings/none',
    ]) {
      const answer = await get(path, headers);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(await answer.text()).toBe(`${sentence}\n`);
    }
    const upload = uploadWithTus(server.origin, recordingMeta(), wavFile(10), { headers });
    expect(await refusalOf(upload)).toEqual({ status: 401, sentence });
    expect((await get('/recordings/uploads/rec-1.0', headers, 'HEAD')).status).toBe(401);
  });

  it.each(['/recordings', '/recordings/rec-1', '/recordings/uploads'])(
    'lets a page of a listed origin ask whether it may show one: %s',
    async (path) => {
      const asked = { origin: page, 'access-control-request-method': 'GET' };
      const answer = await get(path, asked, 'OPTIONS');
      expect(answer.status).toBe(204);
      expect(answer.headers.get('access-control-allow-origin')).toBe(page);
      expect(answer.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('authorization');
    },
  );
});
