import { writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { silentLogger } from '#core/shared/logger.ts';
import { createSidetoneServer, type SidetoneServer, type SidetoneServerOptions } from './sidetone-server.ts';
import { StartError } from './server-settings.ts';
import { openUploadFile, type OpenUploadFile } from './store/upload-file.ts';
import { createBuiltPhone } from './testing/built-phone.ts';
import { recordingMeta, wavFile } from './testing/recordings.ts';
import { uploadWithTus } from './testing/tus-upload.ts';

let built: Awaited<ReturnType<typeof createBuiltPhone>>;
let servers: SidetoneServer[] = [];
beforeEach(async () => {
  built = await createBuiltPhone();
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
  await built.remove();
});

const start = async (changes: Partial<SidetoneServerOptions> = {}): Promise<SidetoneServer> => {
  const { phone, dataDirectory } = built;
  const options = { phone, dataDirectory, port: 0, host: '127.0.0.1', logger: silentLogger };
  const server = await createSidetoneServer({ ...options, ...changes });
  servers.push(server);
  return server;
};
const openSip = (
  server: SidetoneServer,
  origin = server.url,
  host = new URL(server.url).host,
): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sip`, 'sip', {
      origin,
      headers: { host },
    });
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
/** The status of an answer to somebody who calls the server by that name. */
const getAs = (host: string, url: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once('error', reject);
  });
function createSignal() {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

describe('the server', () => {
  it('has the phone, the recordings and the exchange on one origin', async () => {
    const server = await start();
    expect(await (await fetch(server.url)).text()).toContain('<title>Sidetone</title>');
    expect(await (await fetch(`${server.url}/recordings`)).json()).toEqual({ recordings: [] });
    const socket = await openSip(server);
    expect(socket.protocol).toBe('sip');
  });

  it('lets only its own pages and those it was told of sign in', async () => {
    const server = await start({ allowedOrigins: ['https://desk.example'] });
    await expect(openSip(server, 'https://stranger.example')).rejects.toThrow('403');
    await expect(openSip(server, 'null')).rejects.toThrow('403');
    expect((await openSip(server, 'https://desk.example')).protocol).toBe('sip');
  });

  it('gives nothing to a page whose name was pointed at it', async () => {
    const server = await start({ allowedOrigins: ['https://phone.example'] });
    for (const path of ['/', '/recordings']) {
      expect(await getAs('stranger.example', `${server.url}${path}`)).toBe(421);
      expect(await getAs('phone.example', `${server.url}${path}`)).toBe(200);
    }
    await expect(openSip(server, 'http://stranger.example', 'stranger.example')).rejects.toThrow('421');
    expect((await openSip(server, 'https://phone.example', 'phone.example')).protocol).toBe('sip');
  });

  it('ends open connections when it closes, and closes once', async () => {
    const server = await start();
    const socket = await openSip(server);
    const ended = new Promise((resolve) => socket.once('close', resolve));
    await Promise.all([server.close(), server.close()]);
    await ended;
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
  });

  it('has written all that had come when it is closed, and stores it when it starts again', async () => {
    const order: string[] = [];
    const atLastByte = createSignal();
    const release = createSignal();
    const openFile: OpenUploadFile = async (path, from) => {
      const file = await openUploadFile(path, from);
      const close = async () => {
        atLastByte.give();
        await release.given;
        await file.close();
        order.push('written');
      };
      return { append: file.append, close };
    };
    const server = await start({ openFile });
    const upload = uploadWithTus(server.url, recordingMeta(), wavFile(1000)).catch(() => order.push('cut'));
    await atLastByte.given;
    const closing = server.close().then(() => order.push('closed'));
    await upload;
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
    expect(order).toEqual(['cut']);
    release.give();
    await closing;
    expect(order).toEqual(['cut', 'written', 'closed']);
    const listing = await fetch(`${(await start()).url}/recordings`);
    expect(await listing.json()).toMatchObject({ recordings: [{ recordingId: 'rec-1' }] });
  });

  it('says in one sentence that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(start({ port })).rejects.toThrow(
      new StartError(`Port ${port} is in use by another program: stop it, or choose another port with PORT.`),
    );
    await new Promise((resolve) => other.close(resolve));
  });

  it('says in one sentence that the data directory cannot be written', async () => {
    const file = join(built.phone, 'a-file');
    await writeFile(file, '');
    const dataDirectory = join(file, 'data');
    await expect(start({ dataDirectory })).rejects.toThrow(
      new StartError(`DATA_DIR, ${dataDirectory}, cannot be written: choose a directory that can.`),
    );
  });

  it('says in one sentence that the phone is not built, or the host is not ours', async () => {
    await expect(start({ phone: join(built.phone, 'nowhere') })).rejects.toThrow(
      /^There is no built phone in /,
    );
    await expect(start({ host: '192.0.2.1' })).rejects.toThrow(
      new StartError('HOST, 192.0.2.1, is not an address of this machine.'),
    );
  });
});
