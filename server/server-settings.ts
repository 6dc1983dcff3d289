import { resolve } from 'node:path';

/** What the environment says of the server. */
export interface ServerSettings {
  /** 0 to 65535; 0 takes any free one. */
  readonly port: number;
  readonly host: string;
  readonly dataDirectory: string;
  /** Where the built phone is. */
  readonly phoneDirectory: string;
  readonly allowedOrigins: readonly string[];
  /** What whoever uses the recording store must show; absent when nobody has to. */
  readonly recordingToken?: string;
}

/** A start that cannot succeed until a person changes something. Its message is one plain sentence. */
export class StartError extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'StartError';
  }
}

/** Reads PORT, HOST, DATA_DIR, PHONE_DIR, ALLOWED_ORIGINS and RECORDING_TOKEN. Throws a StartError that says which one is wrong. */
export function readServerSettings(
  environment: Readonly<Record<string, string | undefined>>,
): ServerSettings {
  // Set to nothing is not set: an empty HOST would be every interface.
  const read = (name: string, otherwise: string) => environment[name]?.trim() || otherwise;
  return {
    port: parsePort(read('PORT', '8080')),
    host: read('HOST', '127.0.0.1'),
    dataDirectory: resolve(read('DATA_DIR', 'data')),
    phoneDirectory: resolve(read('PHONE_DIR', 'dist/phone')),
    allowedOrigins: read('ALLOWED_ORIGINS', '').split(',').flatMap(parseOrigin),
    ...parseToken(environment['RECORDING_TOKEN']),
  };
}

function parsePort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new StartError(`PORT must be a whole number from 0 to 65535, but it is "${text}".`);
  }
  return Number(text);
}

/** A bearer token's form: RFC 6750 §2.1. Here nothing is not the same as not set: a secret that was lost must not open the store. */
function parseToken(text: string | undefined): Pick<ServerSettings, 'recordingToken'> {
  if (text === undefined) return {};
  if (/^[\w.~+/-]+=*$/.test(text)) return { recordingToken: text };
  // The token itself is said nowhere.
  throw new StartError('RECORDING_TOKEN must be made of letters, digits and . _ ~ + / -, without spaces.');
}

function parseOrigin(text: string): string[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  if (!URL.canParse(trimmed) || new URL(trimmed).origin !== trimmed) {
    throw new StartError(
      `ALLOWED_ORIGINS must hold origins like https://phone.example, but "${trimmed}" is none.`,
    );
  }
  return [trimmed];
}
