import { resolve } from 'node:path';
import type { S3Settings } from './store/s3-settings.ts';

/** What the environment says of the server. */
export interface ServerSettings {
  /** 0 to 65535; 0 takes any free one. */
  readonly port: number;
  readonly host: string;
  readonly dataDirectory: string;
  /** Where the built phone is. */
  readonly phoneDirectory: string;
  readonly allowedOrigins: readonly string[];
  /** Where recordings are kept; absent when that is the data directory. */
  readonly s3?: S3Settings;
  /** What whoever uses the recording store must show; absent when nobody has to. */
  readonly recordingToken?: string;
  /** Whether the phone can delete what is stored. */
  readonly allowDelete: boolean;
}

/** A start that cannot succeed until a person changes something. Its message is one plain sentence. */
export class StartError extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'StartError';
  }
}

/** Reads PORT, HOST, DATA_DIR, PHONE_DIR, ALLOWED_ORIGINS, RECORDING_TOKEN, KEEP_RECORDINGS and S3_BUCKET with what belongs to it. Throws a StartError that says which one is wrong. */
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
    allowDelete: !parseYes('KEEP_RECORDINGS', read('KEEP_RECORDINGS', 'no')),
    ...parseToken(environment['RECORDING_TOKEN']),
    ...parseS3(read('S3_BUCKET', ''), read('S3_ENDPOINT', ''), read('AWS_REGION', 'us-east-1')),
  };
}

function parsePort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new StartError(`PORT must be a whole number from 0 to 65535, but it is "${text}".`);
  }
  return Number(text);
}

function parseYes(name: string, text: string): boolean {
  if (text === 'yes' || text === 'no') return text === 'yes';
  throw new StartError(`${name} must be yes or no, but it is "${text}".`);
}

/** A bearer token's form: RFC 6750 §2.1. Here nothing is not the same as not set: a secret that was lost must not open the store. */
function parseToken(text: string | undefined): Pick<ServerSettings, 'recordingToken'> {
  if (text === undefined) return {};
  if (/^[\w.~+/-]+=*$/.test(text)) return { recordingToken: text };
  // The token itself is said nowhere.
  throw new StartError('RECORDING_TOKEN must be made of letters, digits and . _ ~ + / -, without spaces.');
}

/** A bucket's name has its form from Amazon; others take more, but none takes a slash. */
function parseS3(bucket: string, endpoint: string, region: string): Pick<ServerSettings, 's3'> {
  if (bucket === '') {
    if (endpoint !== '')
      throw new StartError('S3_ENDPOINT is set, but S3_BUCKET is not: set both, or neither.');
    return {};
  }
  if (!/^[\w.-]{1,255}$/.test(bucket)) {
    throw new StartError(`S3_BUCKET must be the name of a bucket, but it is "${bucket}".`);
  }
  if (endpoint === '') return { s3: { bucket, region } };
  if (!/^https?:\/\//.test(endpoint) || !URL.canParse(endpoint)) {
    throw new StartError(
      `S3_ENDPOINT must be an address like https://s3.example.com, but it is "${endpoint}".`,
    );
  }
  return { s3: { bucket, region, endpoint } };
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
