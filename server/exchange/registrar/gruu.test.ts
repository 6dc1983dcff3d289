import { expect, test } from 'vitest';
import { parseSipUri } from '../message/uri.ts';
import { gruuInstance, publicGruu, readInstance } from './gruu.ts';

test.each(['urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6', 'odd;id="<x>@ä %'])(
  'a GRUU leads back to its instance: %s',
  (instance) => {
    const uri = parseSipUri(publicGruu('alice', instance, 'localhost'));
    expect(uri).toMatchObject({ user: 'alice', host: 'localhost' });
    expect(uri === null ? null : gruuInstance(uri)).toBe(instance);
  },
);

test('a URI without gr, or with a broken one, is no GRUU', () => {
  for (const text of ['sip:alice@localhost', 'sip:alice@localhost;gr', 'sip:alice@localhost;gr=%zz']) {
    const uri = parseSipUri(text);
    expect(uri === null ? 'malformed' : gruuInstance(uri)).toBeNull();
  }
});

test('an instance id is read without its brackets', () => {
  expect(readInstance('<urn:uuid:1>')).toBe('urn:uuid:1');
  expect(readInstance('')).toBeNull();
  expect(readInstance(null)).toBeNull();
});
