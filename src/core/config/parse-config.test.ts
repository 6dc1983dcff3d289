import { describe, expect, it } from 'vitest';
import { parseConfig } from './parse-config.ts';

const origin = 'https://phone.example.com';
const parse = (value: unknown) => parseConfig(JSON.stringify(value), origin);

describe('parseConfig', () => {
  it('gives a deployment that says nothing its own origin as server, and records nothing', () => {
    expect(parse({})).toEqual({
      demo: false,
      defaultServer: 'wss://phone.example.com/sip',
      accounts: [],
      iceServers: [],
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      identity: { trustAsserted: false },
      calls: { limit: 4, history: 200 },
      hooks: null,
      recording: {
        policy: 'never',
        sampleRateHz: 16000,
        beepSeconds: 0,
        announcement: null,
        sinks: ['upload'],
        uploadUrl: '/recordings/uploads',
        listUrl: '/recordings',
        upload: 'after-call',
        keepLocal: 'until-stored',
        sn3: false,
        token: null,
      },
    });
  });

  it('reads an account with each kind of credentials', () => {
    const address = 'alice@example.com';
    const ha1 = '0123456789abcdef0123456789abcdef';
    expect(parse({ account: { address, password: 'p' } }).accounts[0]?.credentials).toEqual({
      kind: 'password',
      password: 'p',
    });
    expect(parse({ account: { address, ha1, realm: 'r' } }).accounts[0]?.credentials).toEqual({
      kind: 'ha1',
      ha1,
      realm: 'r',
    });
    expect(parse({ account: { address, jwt: 'j' } }).accounts[0]?.credentials).toEqual({
      kind: 'jwt',
      jwt: 'j',
    });
  });

  it('reads where messages are listened to', () => {
    const account = { address: 'a@b.c', password: 'p', voicemail: '*97' };
    expect(parse({ account }).accounts[0]?.voicemail).toBe('*97');
  });

  it.each([8000, 16000, 48000])('records %i samples a second where that is wanted', (sampleRateHz) => {
    expect(parse({ recording: { sampleRateHz } }).recording.sampleRateHz).toBe(sampleRateHz);
  });

  it('reads the text that is read out to whoever is recorded', () => {
    const announcement = 'This call is recorded.';
    expect(parse({ recording: { announcement } }).recording.announcement).toBe(announcement);
  });

  it('takes no other sample rate', () => {
    expect(() => parse({ recording: { sampleRateHz: 44100 } })).toThrow(
      /recording\.sampleRateHz must be 8000, 16000 or 48000/,
    );
  });

  it('reads several accounts, in their order', () => {
    const accounts = ['a@b.c', 'd@e.f'].map((address) => ({ address, password: 'p' }));
    expect(parse({ accounts }).accounts.map(({ address }) => address)).toEqual(['a@b.c', 'd@e.f']);
  });

  it('uses the default server for an account that names none', () => {
    const config = parse({ server: 'wss://sip.example.com', account: { address: 'a@b.c', password: 'p' } });
    expect(config.accounts[0]?.servers).toEqual(['wss://sip.example.com']);
  });

  it.each(['until-stored', 'always', { days: 7 }, { days: 0.5 }] as const)(
    'keeps local copies %j',
    (keepLocal) => {
      expect(parse({ recording: { keepLocal } }).recording.keepLocal).toEqual(keepLocal);
    },
  );

  it('takes one sink or both, and no others', () => {
    expect(parse({ recording: { sinks: ['folder'] } }).recording.sinks).toEqual(['folder']);
    expect(parse({ recording: { sinks: ['upload', 'folder'] } }).recording.sinks).toEqual([
      'upload',
      'folder',
    ]);
    for (const sinks of [[], ['tape'], 'folder']) {
      expect(() => parse({ recording: { sinks } })).toThrow(/recording\.sinks must be a list of "upload"/);
    }
  });

  it.each([0, 5, 15.5, 30])('beeps every %d seconds', (beepSeconds) => {
    expect(parse({ recording: { beepSeconds } }).recording.beepSeconds).toBe(beepSeconds);
  });

  it('takes a token, and does not repeat a wrong one', () => {
    expect(parse({ recording: { token: 'abc.DEF-1==' } }).recording.token).toBe('abc.DEF-1==');
    expect(() => parse({ recording: { token: 'top secret' } })).toThrow(
      /recording\.token must be (?!.*secret)/,
    );
  });

  it.each(['never', 7, { days: -1 }, { days: '7' }, { weeks: 1 }, null])(
    'refuses to keep them %j',
    (keepLocal) => {
      expect(() => parse({ recording: { keepLocal } })).toThrow(
        'recording.keepLocal must be "until-stored", "always" or like {"days": 7}',
      );
    },
  );

  it('takes a module of this server, and of no other', () => {
    expect(parse({ hooks: '/my-hooks.js?1' }).hooks).toBe('/my-hooks.js?1');
    for (const hooks of [
      '//example.com/a.js',
      '/\\example.com/a.js',
      'https://example.com/a.js',
      'a.js',
      7,
    ]) {
      expect(() => parse({ hooks })).toThrow(/hooks must be a (path on this server|text)/);
    }
  });

  it.each([
    ['{', 'config/unreadable'],
    ['[]', 'config/invalid'],
    ['{"dmeo": true}', 'dmeo'],
    [
      '{"recording": {"policy": "sometimes"}}',
      'recording.policy must be "always", "never", "ask" or "on-demand"',
    ],
    ['{"recording": {"upload": "always"}}', 'recording.upload must be "after-call" or "during-call"'],
    [
      '{"account": {"address": "a@b", "password": "p", "dtmf": "x"}}',
      'account.dtmf must be "rfc4733" or "info"',
    ],
    ['{"account": {"address": "a@b", "password": "p", "voicemail": 97}}', 'account.voicemail must be a text'],
    ['{"accounts": {}}', 'accounts must be a list'],
    [
      '{"accounts": [{"address": "a@b", "password": "p"}, {"address": "c@d"}]}',
      'accounts.1: account needs exactly one',
    ],
    [
      '{"account": {"address": "a@b", "password": "p"}, "accounts": []}',
      'account and accounts cannot both be there',
    ],
    [
      '{"accounts": [{"address": "a@b", "password": "p"}, {"address": "A@B", "jwt": "j"}]}',
      'accounts: A@B is there twice',
    ],
    ['{"calls": {"limit": 0}}', 'calls.limit must be a whole number from 1 to 10000'],
    ['{"calls": {"history": 1.5}}', 'calls.history must be a whole number from 1 to 10000'],
    ['{"recording": {"sn3": "yes"}}', 'recording.sn3 must be true or false'],
    ['{"recording": {"beepSeconds": 1}}', 'recording.beepSeconds must be 0 for no beep, or 5 to 30'],
    ['{"recording": {"beepSeconds": "15"}}', 'recording.beepSeconds must be 0 for no beep, or 5 to 30'],
    ['{"identity": {"trustAsserted": "yes"}}', 'identity.trustAsserted must be true or false'],
    ['{"account": {"address": "a@b.c"}}', 'exactly one of password, ha1 and jwt'],
    [
      '{"account": {"address": "a@b.c", "password": "p", "servers": ["https://x"]}}',
      'account.servers.0: a WebSocket server',
    ],
  ])('refuses %s and says why', (json, why) => {
    expect(() => parseConfig(json, origin)).toThrow(why);
  });
});
