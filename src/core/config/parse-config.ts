import * as v from 'valibot';
import { PhoneError } from '../errors/phone-error.ts';
import { isWebSocketUri } from './account-settings.ts';
import type { AccountSettings, Credentials, PhoneConfig } from './phone-config.ts';

const text = (what: string) =>
  v.pipe(v.string(`${what} must be a text`), v.trim(), v.nonEmpty(`${what} is empty`));
const webSocketUri = v.pipe(
  v.string('a WebSocket server must be a text'),
  v.check(isWebSocketUri, 'a WebSocket server must start with wss:// or ws://'),
);

const count = (what: string) => {
  const form = `${what} must be a whole number from 1 to 10000`;
  return v.pipe(v.number(form), v.integer(form), v.minValue(1, form), v.maxValue(10_000, form));
};

const account = v.pipe(
  v.strictObject({
    address: text('account.address'),
    displayName: v.optional(v.string()),
    password: v.optional(v.string()),
    ha1: v.optional(
      v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/i, 'account.ha1 must be 32 hexadecimal digits')),
    ),
    realm: v.optional(v.string()),
    jwt: v.optional(v.string()),
    voicemail: v.optional(text('account.voicemail')),
    dtmf: v.optional(v.picklist(['rfc4733', 'info'], 'account.dtmf must be "rfc4733" or "info"')),
    servers: v.optional(v.pipe(v.array(webSocketUri), v.minLength(1, 'account.servers is empty'))),
  }),
  v.check(
    ({ password, ha1, jwt }) => [password, ha1, jwt].filter((given) => given !== undefined).length === 1,
    'account needs exactly one of password, ha1 and jwt',
  ),
  v.check(({ ha1, realm }) => ha1 === undefined || realm !== undefined, 'account.ha1 needs account.realm'),
);

const iceServer = v.strictObject({
  urls: v.union([v.string(), v.array(v.string())], 'iceServers.urls must be a text or a list of texts'),
  username: v.optional(v.string()),
  credential: v.optional(v.string()),
});

const beepForm = 'recording.beepSeconds must be 0 for no beep, or 5 to 30';

const keepLocalForm = 'recording.keepLocal must be "until-stored", "always" or like {"days": 7}';
const keepLocal = v.union(
  [
    v.picklist(['until-stored', 'always']),
    v.strictObject({ days: v.pipe(v.number(), v.minValue(0, keepLocalForm)) }),
  ],
  keepLocalForm,
);

const sinksForm = 'recording.sinks must be a list of "upload", "folder" or both';
const sinks = v.pipe(
  v.array(v.picklist(['upload', 'folder'], sinksForm), sinksForm),
  v.minLength(1, sinksForm),
);

const config = v.strictObject({
  demo: v.optional(v.boolean('demo must be true or false'), false),
  server: v.optional(webSocketUri),
  account: v.optional(account),
  accounts: v.optional(v.array(account, 'accounts must be a list')),
  iceServers: v.optional(v.array(iceServer, 'iceServers must be a list'), []),
  audio: v.optional(
    v.strictObject({
      echoCancellation: v.optional(v.boolean(), true),
      noiseSuppression: v.optional(v.boolean(), true),
      autoGainControl: v.optional(v.boolean(), true),
    }),
    {},
  ),
  identity: v.optional(
    v.strictObject({
      trustAsserted: v.optional(v.boolean('identity.trustAsserted must be true or false'), false),
    }),
    {},
  ),
  calls: v.optional(
    v.strictObject({
      limit: v.optional(count('calls.limit'), 4),
      history: v.optional(count('calls.history'), 200),
    }),
    {},
  ),
  hooks: v.optional(
    v.pipe(
      v.string('hooks must be a text'),
      v.regex(/^\/(?![/\\])/, 'hooks must be a path on this server, like /my-hooks.js'),
    ),
  ),
  recording: v.optional(
    v.strictObject({
      policy: v.optional(
        v.picklist(
          ['always', 'never', 'ask', 'on-demand'],
          'recording.policy must be "always", "never", "ask" or "on-demand"',
        ),
        'never',
      ),
      sampleRateHz: v.optional(
        v.picklist([8000, 16000, 48000], 'recording.sampleRateHz must be 8000, 16000 or 48000'),
        16000,
      ),
      beepSeconds: v.optional(
        v.union(
          [v.literal(0), v.pipe(v.number(), v.minValue(5, beepForm), v.maxValue(30, beepForm))],
          beepForm,
        ),
        0,
      ),
      announcement: v.optional(v.nullable(text('recording.announcement')), null),
      sinks: v.optional(sinks, ['upload']),
      uploadUrl: v.optional(text('recording.uploadUrl'), '/recordings/uploads'),
      listUrl: v.optional(text('recording.listUrl'), '/recordings'),
      upload: v.optional(
        v.picklist(['after-call', 'during-call'], 'recording.upload must be "after-call" or "during-call"'),
        'after-call',
      ),
      keepLocal: v.optional(keepLocal, 'until-stored'),
      sn3: v.optional(v.boolean('recording.sn3 must be true or false'), false),
      token: v.optional(
        v.pipe(
          v.string('recording.token must be a text'),
          v.regex(
            /^[\w.~+/-]+=*$/,
            'recording.token must be letters, digits and . _ ~ + / -, without spaces',
          ),
        ),
      ),
    }),
    {},
  ),
});

/**
 * Reads the text of config.json. `origin` is the page's own (`https://phone.example.com`): a deployment that names no
 * WebSocket server is reached there, under `/sip`.
 *
 * Throws PhoneError `config/unreadable` (no JSON) or `config/invalid`, with the place in its details.
 */
export function parseConfig(json: string, origin: string): PhoneConfig {
  const parsed = v.safeParse(config, readJson(json));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    throw new PhoneError({
      code: 'config/invalid',
      details: path === null ? issue.message : `${path}: ${issue.message}`,
    });
  }
  const { server, account, accounts, iceServers, hooks, recording, ...rest } = parsed.output;
  const defaultServer = server ?? `${origin.replace(/^http/i, 'ws')}/sip`;
  return {
    ...rest,
    defaultServer,
    accounts: toAccounts(account, accounts, defaultServer),
    iceServers: iceServers.map(({ urls, username, credential }) => ({
      urls,
      ...(username === undefined ? {} : { username }),
      ...(credential === undefined ? {} : { credential }),
    })),
    hooks: hooks ?? null,
    recording: { ...recording, token: recording.token ?? null },
  };
}

function readJson(json: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new PhoneError({ code: 'config/unreadable', details: String(error) }, error);
  }
  // valibot takes an array for an object without fields.
  if (Array.isArray(value)) {
    throw invalid('the file must hold one object');
  }
  return value;
}

type GivenAccount = v.InferOutput<typeof account>;

function toAccounts(
  one: GivenAccount | undefined,
  several: readonly GivenAccount[] | undefined,
  defaultServer: string,
): readonly AccountSettings[] {
  if (one !== undefined && several !== undefined) throw invalid('account and accounts cannot both be there');
  const given = several ?? (one === undefined ? [] : [one]);
  const addresses = given.map(({ address }) => address.toLowerCase());
  const twice = given.find(({ address }, index) => addresses.indexOf(address.toLowerCase()) !== index);
  if (twice !== undefined) throw invalid(`accounts: ${twice.address} is there twice`);
  return given.map((each) => toAccountSettings(each, defaultServer));
}

const invalid = (details: string): PhoneError => new PhoneError({ code: 'config/invalid', details });

function toAccountSettings(given: GivenAccount, defaultServer: string): AccountSettings {
  return {
    address: given.address,
    displayName: given.displayName ?? null,
    credentials: toCredentials(given),
    ...(given.voicemail === undefined ? {} : { voicemail: given.voicemail }),
    ...(given.dtmf === undefined ? {} : { dtmf: given.dtmf }),
    servers: given.servers ?? [defaultServer],
  };
}

function toCredentials({ password, ha1, realm, jwt }: v.InferOutput<typeof account>): Credentials {
  if (jwt !== undefined) return { kind: 'jwt', jwt };
  if (ha1 !== undefined) return { kind: 'ha1', ha1, realm: realm ?? '' };
  return { kind: 'password', password: password ?? '' };
}
