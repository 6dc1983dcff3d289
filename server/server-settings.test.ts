import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readServerSettings } from './server-settings.ts';

describe('readServerSettings', () => {
  it('binds to this machine only when nothing is said', () => {
    expect(readServerSettings({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDirectory: resolve('data'),
      phoneDirectory: resolve('dist/phone'),
      allowedOrigins: [],
      allowDelete: true,
    });
  });

  it('takes what is set to nothing for not set', () => {
    const nothing = { PORT: '', HOST: ' ', DATA_DIR: '', PHONE_DIR: '', ALLOWED_ORIGINS: '' };
    expect(readServerSettings(nothing)).toEqual(readServerSettings({}));
  });

  it('takes what is said', () => {
    const settings = readServerSettings({
      PORT: '0',
      HOST: '0.0.0.0',
      DATA_DIR: '/srv/recordings',
      PHONE_DIR: '/srv/phone',
      ALLOWED_ORIGINS: 'https://a.example, http://b.example:81',
      RECORDING_TOKEN: 'abc-._~+/123==',
      KEEP_RECORDINGS: 'yes',
    });
    expect(settings).toEqual({
      port: 0,
      host: '0.0.0.0',
      dataDirectory: '/srv/recordings',
      phoneDirectory: '/srv/phone',
      allowedOrigins: ['https://a.example', 'http://b.example:81'],
      recordingToken: 'abc-._~+/123==',
      allowDelete: false,
    });
  });

  it('keeps recordings in a bucket that it is told', () => {
    expect(readServerSettings({ S3_BUCKET: 'calls' }).s3).toEqual({ bucket: 'calls', region: 'us-east-1' });
    const elsewhere = {
      S3_BUCKET: 'calls',
      S3_ENDPOINT: 'http://127.0.0.1:9000',
      AWS_REGION: 'eu-central-1',
    };
    expect(readServerSettings(elsewhere).s3).toEqual({
      bucket: 'calls',
      region: 'eu-central-1',
      endpoint: 'http://127.0.0.1:9000',
    });
  });

  it.each([
    [{ S3_BUCKET: 'a/b' }, /^S3_BUCKET must be the name of a bucket, but it is "a\/b"\.$/],
    [{ S3_BUCKET: 'a', S3_ENDPOINT: 'minio:9000' }, /^S3_ENDPOINT must be an address like/],
    [{ KEEP_RECORDINGS: 'true' }, /^KEEP_RECORDINGS must be yes or no, but it is "true"\.$/],
    [{ S3_ENDPOINT: 'https://s3.example.com' }, /^S3_ENDPOINT is set, but S3_BUCKET is not/],
  ])('refuses %j', (environment, sentence) => {
    expect(() => readServerSettings(environment)).toThrow(sentence);
  });

  it.each(['http', '-1', '65536', '80.5', '80 80'])('refuses PORT=%j', (PORT) => {
    expect(() => readServerSettings({ PORT })).toThrow(/^PORT must be a whole number from 0 to 65535/);
  });

  it.each(['', 'two words', 'geheim!', 'a=b'])(
    'refuses RECORDING_TOKEN=%j, and does not repeat it',
    (RECORDING_TOKEN) => {
      expect(() => readServerSettings({ RECORDING_TOKEN })).toThrow(
        /^RECORDING_TOKEN must be made of [^!]+$/,
      );
    },
  );

  it.each(['*', 'a.example', 'https://a.example/', 'https://a.example/path'])(
    'refuses ALLOWED_ORIGINS=%j',
    (ALLOWED_ORIGINS) => {
      expect(() => readServerSettings({ ALLOWED_ORIGINS })).toThrow(/^ALLOWED_ORIGINS must hold origins/);
    },
  );
});
