import { describe, expect, it } from 'vitest';
import { findHeader } from './header-bag.ts';

describe('findHeader', () => {
  it.each([
    ['Subject', { subject: 'a' }, 'a'],
    ['Subject', { SUBJECT: 'a' }, 'a'],
    ['Subject', { S: 'a' }, 'a'],
    ['From', { f: 'a' }, 'a'],
    ['To', { t: 'a' }, 'a'],
    ['Call-ID', { i: 'a' }, 'a'],
    ['Contact', { m: 'a' }, 'a'],
    ['Subject', { s: 'short', subject: 'long' }, 'long'],
    ['Subject', { subject: 'other', Subject: 'asked for' }, 'asked for'],
    ['Subject', { Subject: ' ', subject: 'filled' }, 'filled'],
    ['Subject', { Subject: '', s: 'filled' }, 'filled'],
    ['Subject', { Subject: '\r\n  a \r\n b ' }, 'a b'],
    ['Subject', { x: 'a' }, null],
    ['toString', {}, null],
  ])('%s in %j', (name, headers, value) => {
    expect(findHeader(headers as Record<string, string>, name)).toBe(value);
  });
});
