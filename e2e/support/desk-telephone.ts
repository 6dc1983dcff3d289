import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectWhenOpen, findFreePorts } from './free-ports.ts';
import { writeToneFile } from './tone-file.ts';

/** What it sends in each of its calls. */
export const deskToneHz = 700;

/**
 * A telephone that is no browser: baresip, with PCMU over ICE and DTLS-SRTP. It places its calls itself: its DTLS wants all
 * packets of a call from one address, and only who offers decides which of a machine's that is.
 */
export interface DeskTelephone {
  readonly dial: (target: string) => Promise<void>;
  /** The digits that arrived as telephone events (RFC 4733), in order. */
  readonly digits: () => string;
  /** Sends whom it talks to on to somebody else (REFER). */
  readonly transfer: (target: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Told {
  readonly event?: boolean;
  readonly type?: string;
  readonly param?: string;
  readonly response?: boolean;
  readonly ok?: boolean;
  readonly data?: string;
}

/** Starts it as `user`, registered at a server by UDP. Rejects with what it said when it cannot register. */
export async function startDeskTelephone(
  account: { readonly user: string; readonly password: string },
  server: string,
): Promise<DeskTelephone> {
  const folder = await mkdtemp(join(tmpdir(), 'sidetone-desk-'));
  const [sipPort, controlPort] = await findFreePorts();
  // It plays its file once.
  const toneFile = writeToneFile(deskToneHz, { sampleRateHz: 8000, seconds: 120 });
  await writeFile(join(folder, 'accounts'), '');
  await writeFile(join(folder, 'config'), configuration(sipPort, controlPort, toneFile));
  const program = spawn('baresip', ['-f', folder, '-v'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(program, 'exit');
  let said = '';
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (text) => (said += String(text)));

  const control = await connectWhenOpen(controlPort, () => program.exitCode !== null);
  if (control === null) throw new Error(`baresip did not start:\n${said}`);
  let digits = '';
  const answers: ((answer: Told) => void)[] = [];
  const registered = new Promise<void>((resolve, reject) => {
    readNetstrings(control, (told: Told) => {
      if (told.type === 'REGISTER_OK') resolve();
      else if (told.type === 'REGISTER_FAIL') reject(new Error(`baresip is not registered: ${told.param}`));
      else if (told.type === 'CALL_DTMF_START') digits += told.param ?? '';
      else if (told.response === true) answers.shift()?.(told);
    });
  });
  const command = (name: string, params = '') =>
    new Promise<void>((resolve, reject) => {
      answers.push(({ ok, data }) => (ok === true ? resolve() : reject(new Error(`${name}: ${data}`))));
      const text = JSON.stringify({ command: name, params });
      control.write(`${Buffer.byteLength(text)}:${text},`);
    });
  // By command: one from its file registers before anybody could listen to how that goes.
  await command(
    'uanew',
    `<sip:${account.user}@localhost;transport=udp>;auth_pass=${account.password};` +
      `outbound="sip:${server};transport=udp";audio_codecs=PCMU/8000/1;mediaenc=dtls_srtp;medianat=ice;regint=300`,
  );
  await registered;

  return {
    digits: () => digits,
    dial: (target) => command('dial', target),
    transfer: (target) => command('transfer', target),
    async close() {
      control.destroy();
      program.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** Reads `length:text,` again and again, each text being JSON. */
function readNetstrings(socket: Socket, onRead: (told: Told) => void): void {
  let unread = '';
  socket.setEncoding('utf8').on('data', (text) => {
    unread += String(text);
    for (;;) {
      const length = /^(\d+):/.exec(unread);
      if (length === null) return;
      const start = length[0].length;
      const end = start + Number(length[1]);
      if (unread.length <= end) return;
      onRead(JSON.parse(unread.slice(start, end)) as Told);
      unread = unread.slice(end + 1);
    }
  });
}

// Chromium wants RTP and RTCP on one port.
const configuration = (sipPort: number, controlPort: number, toneFile: string) => `
sip_listen 127.0.0.1:${sipPort}
sip_transports udp
audio_source aufile,${toneFile}
audio_player aubridge,nobody
audio_alert aubridge,nobody
rtcp_mux yes
jitter_buffer_delay 0-0
module_path /usr/lib/baresip/modules
module aufile.so
module aubridge.so
module g711.so
module dtls_srtp.so
module srtp.so
module ice.so
module_tmp account.so
module_app menu.so
module_app ctrl_tcp.so
ctrl_tcp_listen 127.0.0.1:${controlPort}
`;
