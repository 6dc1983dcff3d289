import { describe, expect, it } from 'vitest';
import { buildCall } from '#testing/call-builders.ts';
import { createFakeClock } from '#testing/fake-clock.ts';
import { createFakeDeviceStorage } from '#testing/fake-device-storage.ts';
import { createFakePeople } from '#testing/fake-people.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { buildEntry } from '#testing/people-builders.ts';
import { parseConfig } from '../config/parse-config.ts';
import type { PhoneConfig } from '../config/phone-config.ts';
import type { LogLine } from '../shared/log-lines.ts';
import { createDiagnose } from './diagnose.ts';
import { redact } from './redact.ts';

const plain = parseConfig('{}', 'https://phone.example.com');

function setUp({
  config = plain,
  lines = [],
  phone = createFakeSoftphone(aliceAtExample),
}: {
  readonly config?: PhoneConfig;
  readonly lines?: readonly LogLine[];
  readonly phone?: ReturnType<typeof createFakeSoftphone>;
} = {}) {
  const clock = createFakeClock();
  const storage = createFakeDeviceStorage();
  const diagnose = createDiagnose({
    phone,
    config,
    describePlatform: () => Promise.resolve({ version: '1.2.3', browser: 'Chromium' }),
    storage,
    lines: () => lines,
    clock,
    formatTime: (atMs) => `T${atMs}`,
  });
  return { diagnose, phone, clock, storage };
}

it('tells versions, settings, accounts, devices, storage and the log', async () => {
  const { diagnose, phone } = setUp({ lines: [{ atMs: 7, level: 'warn', text: 'something odd' }] });
  phone.setRegistration({ status: 'failed', error: { code: 'registration/refused', details: '403' } });
  const text = await diagnose();
  for (const line of [
    'phone.version: 1.2.3',
    'settings.server: wss://phone.example.com/sip',
    'settings.iceServers: none',
    'settings.recording.policy: never',
    'accounts.1.address: alice@example.com',
    'accounts.1.signsInBy: password',
    'accounts.1.status: failed',
    'accounts.1.error.code: registration/refused',
    'devices.microphones: Headset, Webcam',
    'devices.chosen.speaker: none',
    'storage.isPersisted: false',
    'log: T7 warn something odd',
  ]) {
    expect(text.split('\n')).toContain(line);
  }
});

it('tells how the last call ended and sounded, and who it was with not', async () => {
  const quality = {
    measurements: 3,
    meanMosScore: 4.1,
    worstMosScore: 3,
    meanPacketLossPercent: 2,
    maxJitterMs: 9,
    roundTripMs: null,
  };
  const people = createFakePeople({ calls: [buildEntry({ quality })] });
  const { diagnose, phone } = setUp({
    phone: createFakeSoftphone(aliceAtExample, { people: people.openPage() }),
  });
  phone.book.add(buildCall({ state: 'Connected', remoteUri: 'sip:carol@secret.example' }));
  const text = await diagnose();
  expect(text).toContain('last call.end.cause: hung-up');
  expect(text).toContain('last call.quality.worstMosScore: 3');
  expect(text).toContain('calls.1.state: Connected');
  expect(text).not.toMatch(/bob|carol/i);
});

it('does without what takes too long, or fails', async () => {
  const failing = createFakePeople().openPage();
  const phone = createFakeSoftphone(aliceAtExample, {
    people: { ...failing, open: () => Promise.reject(new Error('no database')) },
  });
  const { diagnose, storage, clock } = setUp({ phone });
  storage.hang();
  const asked = diagnose();
  for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
  clock.advance(3000);
  const text = await asked;
  expect(text).toContain('last call.failed.details: no database');
  expect(text).toContain('storage.failed: it took too long');
  expect(text).toContain('devices.microphones: Headset');
});

describe('no secret', () => {
  const ha1 = '0123456789abcdef0123456789abcdef';
  const config = parseConfig(
    JSON.stringify({
      server: 'wss://sip.example.com/ws?key=server-key',
      accounts: [
        {
          address: 'eve@example.com',
          password: 'config "pass" wörd',
          servers: ['wss://a.example/?socket-key'],
        },
        { address: 'fay@example.com', ha1, realm: 'r' },
        { address: 'gus@example.com', jwt: 'jwt.head.tail' },
      ],
      iceServers: [{ urls: 'turn:turn.example.com', username: 'u', credential: 'turn-secret' }],
      hooks: '/hooks.js?hook-key',
      recording: {
        token: 'record-token',
        uploadUrl: 'https://store:upload-pass@rec.example.com/up?sig=upload-sig',
        listUrl: '/recordings?list-sig',
      },
    }),
    'https://phone.example.com',
  );
  const secrets = [
    'server-key',
    'config "pass" wörd',
    'config \\"pass\\" wörd',
    encodeURIComponent('config "pass" wörd'),
    'socket-key',
    ha1,
    'jwt.head.tail',
    'turn-secret',
    'hook-key',
    'record-token',
    'upload-pass',
    'upload-sig',
    'list-sig',
    'typed-pass',
  ];

  it('of the settings or an account comes into it, whatever was logged', async () => {
    const { diagnose, phone } = setUp({
      config,
      lines: secrets.map((secret, atMs) => ({
        atMs,
        level: 'warn',
        // A key of a URL is known by its place only.
        text: /-key|-sig|upload-pass/.test(secret)
          ? `of https://x:${secret}@y.example/?${secret}`
          : `of ${secret} and "${secret}"`,
      })),
    });
    for (const account of config.accounts) phone.signIn(account);
    phone.signIn({
      ...aliceAtExample,
      address: 'typed@example.com',
      credentials: { kind: 'password', password: 'typed-pass' },
    });
    phone.setRegistration({
      status: 'failed',
      error: { code: 'signalling/server-unreachable', details: 'wss://a.example/?socket-key (1006)' },
    });
    phone.network.closed.set(config.defaultServer, 'signalling/server-unreachable');
    phone.phoneCheck.start();
    const text = await diagnose();
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).toContain('settings.server: wss://sip.example.com/ws?•••');
    expect(text).toContain('settings.recording.uploadUrl: https://•••@rec.example.com/up?•••');
    expect(text).toContain('accounts.2.signsInBy: password');
    expect(text).toContain('settings.iceServers.1.urls: turn:turn.example.com');
  });

  it('is looked for in what is short, or would hide everything', () => {
    expect(redact('a bird', ['', 'a', 'bird'])).toBe('a •••');
  });
});
