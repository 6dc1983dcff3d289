import { describe, expect, test } from 'vitest';
import { openEnvelope } from './envelope.ts';
import { headerValue, headerValues } from './message.ts';
import { parse } from './parse.ts';
import { serialise } from './serialise.ts';

const bounds = { maxMessageBytes: 2000, maxHeaders: 12, maxHeaderLineBytes: 200 };
const text = (lines: readonly string[], body = '') =>
  Buffer.from(`${[...lines, '', ''].join('\r\n')}${body}`);
const minimal = [
  'MESSAGE sip:bob@localhost SIP/2.0',
  'Via: SIP/2.0/WS a.invalid;branch=z9hG4bK1',
  'From: <sip:alice@localhost>;tag=1',
  'To: <sip:bob@localhost>',
  'Call-ID: c1',
  'CSeq: 1 MESSAGE',
];

const open = (data: Buffer) => {
  const parsed = parse(data, bounds);
  if (parsed.kind !== 'message') return parsed;
  return openEnvelope(parsed.startLine, parsed.headers, parsed.body);
};

describe('what is understood', () => {
  test('a request with its mandatory headers', () => {
    expect(open(text(minimal))).toMatchObject({
      kind: 'request',
      callId: 'c1',
      cseq: 1,
      fromTag: '1',
      toTag: null,
      request: { method: 'MESSAGE', requestUri: 'sip:bob@localhost' },
    });
  });

  test('a response, with or without a reason phrase', () => {
    const headers = minimal.slice(1);
    expect(open(text(['SIP/2.0 486 Busy Here', ...headers]))).toMatchObject({
      kind: 'response',
      cseqMethod: 'MESSAGE',
      response: { status: 486, reason: 'Busy Here' },
    });
    expect(open(text(['SIP/2.0 200 ', ...headers]))).toMatchObject({ response: { status: 200, reason: '' } });
  });

  test('compact names, folded lines and any case', () => {
    const parsed = parse(
      text(['MESSAGE sip:b@c SIP/2.0', 'v: SIP/2.0/WS a;branch=1', 'i:', '\tc1', 'sUBJECT: x', 'l: 0']),
      bounds,
    );
    expect(parsed).toMatchObject({ kind: 'message' });
    const headers = parsed.kind === 'message' ? parsed.headers : [];
    expect(headerValue(headers, 'Via')).toBe('SIP/2.0/WS a;branch=1');
    expect(headerValue(headers, 'call-id')).toBe('c1');
    expect(headerValue(headers, 'Subject')).toBe('x');
  });

  test('several values of Via, Route and Record-Route in one line', () => {
    const parsed = parse(text(['MESSAGE sip:b@c SIP/2.0', 'Route: <sip:a;lr>, "x, y" <sip:b;lr>']), bounds);
    const headers = parsed.kind === 'message' ? parsed.headers : [];
    expect(headerValues(headers, 'Route')).toEqual(['<sip:a;lr>', '"x, y" <sip:b;lr>']);
  });

  test('a body of bytes, cut at its Content-Length', () => {
    const head = text([...minimal, 'Content-Length: 3']);
    const parsed = parse(Buffer.concat([head, Buffer.from([0, 255, 13, 10])]), bounds);
    expect(parsed).toMatchObject({ kind: 'message', body: Buffer.from([0, 255, 13]) });
  });

  test('line ends before a message are skipped, and alone they are a keep-alive', () => {
    expect(parse(Buffer.concat([Buffer.from('\r\n'), text(minimal)]), bounds).kind).toBe('message');
    expect(parse(Buffer.from('\r\n\r\n'), bounds)).toEqual({ kind: 'keep-alive', ping: true });
    expect(parse(Buffer.from('\r\n'), bounds)).toEqual({ kind: 'keep-alive', ping: false });
  });
});

describe('what is malformed', () => {
  const reasonOf = (data: Buffer) => {
    const opened = open(data);
    if (typeof opened === 'string') return opened;
    return opened.kind === 'malformed' ? `${opened.status} ${opened.reason}` : 'understood';
  };

  test.each([
    ['no start line', ['nonsense'], '400 Malformed Start Line'],
    ['another version', ['MESSAGE sip:b@c SIP/3.0', ...minimal.slice(1)], '505 Version Not Supported'],
    ['spaces in the Request-URI', ['MESSAGE sip:b @c SIP/2.0'], '400 Malformed Start Line'],
    ['a status beyond 699', ['SIP/2.0 700 Far', ...minimal.slice(1)], '400 Malformed Start Line'],
    ['a header without a colon', [...minimal, 'oops'], '400 Malformed Header Line'],
    ['a name that is no token', [...minimal, 'a b: c'], '400 Malformed Header Line'],
    ['a NUL in a header', [...minimal, 'Subject: a\0b'], '400 Control Character in Header'],
    ['a bare line feed', [...minimal, 'Subject: a\nb'], '400 Control Character in Header'],
    ['an open quote in Via', ['MESSAGE sip:b@c SIP/2.0', 'Via: "'], '400 Malformed Via'],
    ['a line too long', [...minimal, `Subject: ${'x'.repeat(200)}`], '400 Header Line Too Long'],
    ['too many headers', [...minimal, ...Array(8).fill('a: b')], '400 Too Many Headers'],
    [
      'too many values in one header',
      [...minimal, `Route: ${'<sip:a>,'.repeat(20)}`],
      '400 Too Many Headers',
    ],
    ['too many folded lines', [...minimal, 'a: b', ...Array(30).fill(' c')], '400 Too Many Headers'],
    ['a Content-Length that lies', [...minimal, 'Content-Length: 9'], '400 Wrong Content-Length'],
    ['a negative Content-Length', [...minimal, 'Content-Length: -1'], '400 Wrong Content-Length'],
    ['two Content-Lengths', [...minimal, 'l: 0', 'l: 0'], '400 Wrong Content-Length'],
    ['no Call-ID', minimal.filter((line) => !line.startsWith('Call')), 'Missing Call-ID'],
    ['two From', [...minimal, 'f: <sip:c@d>'], 'Repeated From'],
    ['two Max-Forwards', [...minimal, 'Max-Forwards: 1', 'Max-Forwards: 2'], 'Repeated Max-Forwards'],
    ['another method in CSeq', [...minimal.slice(0, 5), 'CSeq: 1 INFO'], 'CSeq Does Not Match the Method'],
    ['a CSeq beyond 2^31', [...minimal.slice(0, 5), 'CSeq: 2147483648 MESSAGE'], 'Malformed CSeq'],
    ['a Via without branch', [minimal[0] ?? '', 'v: SIP/2.0/WS a', ...minimal.slice(2)], 'Malformed Via'],
  ])('%s', (_, lines, reason) => {
    expect(reasonOf(text(lines))).toBe(reason);
  });

  test('a header that never ends, one that is not UTF-8, and a message that is too long', () => {
    expect(reasonOf(Buffer.from(minimal.join('\r\n')))).toBe('400 Unfinished Header');
    const latin1 = Buffer.from([...minimal, 'Subject: \u00e4', '', ''].join('\r\n'), 'latin1');
    expect(reasonOf(latin1)).toBe('400 Header Is Not UTF-8');
    expect(reasonOf(text(minimal, 'x'.repeat(2000)))).toBe('413 Request Entity Too Large');
  });

  test('what could be read is kept for the answer', () => {
    const parsed = parse(text([...minimal.slice(0, 5), 'oops', 'CSeq: 1 MESSAGE']), bounds);
    expect(parsed).toMatchObject({ kind: 'malformed', startLine: { method: 'MESSAGE' } });
    expect(parsed.kind === 'malformed' ? parsed.headers.map(({ name }) => name) : []).toEqual([
      'Via',
      'From',
      'To',
      'Call-ID',
      'CSeq',
    ]);
  });
});

test('what is written can be read again', () => {
  const opened = open(text([...minimal, 'X-Odd: ä "ö"', 'Content-Length: 4'], 'ü€'.slice(0, 1).repeat(2)));
  if (typeof opened === 'string' || opened.kind !== 'request') throw new Error('not understood');
  const again = open(serialise(opened.request));
  expect(again).toMatchObject({ kind: 'request', callId: 'c1' });
  if (typeof again === 'string' || again.kind !== 'request') throw new Error('not understood');
  expect(headerValue(again.request.headers, 'X-Odd')).toBe('ä "ö"');
  expect(again.request.body.toString()).toBe('üü');
});
