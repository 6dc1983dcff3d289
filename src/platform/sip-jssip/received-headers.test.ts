import { describe, expect, it } from 'vitest';
import { readHeaders } from './received-headers.ts';

const message = (...lines: readonly string[]) =>
  ['INVITE sip:bob@x SIP/2.0', ...lines, '', 'v=0\r\nX: body'].join('\r\n');

describe('readHeaders', () => {
  it('keeps names as written, joins folded lines and repeated fields, and stops at the body', () => {
    expect(
      readHeaders(message('f: Alice <sip:a@x>;tag=1', 's: A folded', '\tsubject', 'Via: one', 'Via: two')),
    ).toEqual({
      f: 'Alice <sip:a@x>;tag=1',
      s: 'A folded subject',
      Via: 'one, two',
    });
  });

  it('takes a header named like an object member for a header', () => {
    const headers = readHeaders(message('__proto__: evil', 'constructor: evil'));
    expect(Object.keys(headers)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(headers)).toBe(Object.prototype);
  });

  it('passes over lines that are no header', () => {
    expect(readHeaders(message('no colon', ': no name', 'To: <sip:b@x>'))).toEqual({ To: '<sip:b@x>' });
  });
});
