import { expect, test } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { openEnvelope } from './envelope.ts';
import { parse } from './parse.ts';
import { parseSipUri } from './uri.ts';

/** Messages in the manner of RFC 4475, each with the one trait that its section is about. */
const message = (startLine: string, replace: Readonly<Record<string, string>> = {}, body = '') => {
  const method = startLine.split(' ')[0] ?? '';
  const headers: Readonly<Record<string, string>> = {
    Via: 'SIP/2.0/WS 192.0.2.2;branch=z9hG4bK390skdjuw',
    From: '<sip:caller@example.net>;tag=1',
    To: '<sip:user@example.com>',
    'Call-ID': 'torture@example',
    CSeq: `8 ${method}`,
    'Max-Forwards': '70',
    'Content-Length': String(body.length),
    ...replace,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([startLine, ...lines, '', body].join('\r\n'));
};

const outcome = (data: Buffer) => {
  const parsed = parse(data, defaultLimits);
  if (parsed.kind === 'malformed') return parsed.reason;
  if (parsed.kind === 'keep-alive') return 'keep-alive';
  const envelope = openEnvelope(parsed.startLine, parsed.headers, parsed.body);
  return typeof envelope === 'string' ? envelope : 'understood';
};

test.each([
  [
    '3.1.1.1 a short tortuous INVITE',
    [
      'INVITE sip:vivekg@chair-dnrc.example.com;unknownparam SIP/2.0',
      'TO :',
      ' sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n',
      'from   : "J Rosenberg \\\\\\""       <sip:jdrosen@example.com>',
      '  ;',
      '  tag = 98asjd8',
      'MaX-fOrWaRdS: 0068',
      'Call-ID: wsinv.ndaksdj@192.0.2.1',
      'Content-Length   : 0',
      'cseq: 0009',
      '  INVITE',
      'Via  : SIP  /   2.0',
      ' /UDP',
      '    192.0.2.2;branch=390skdjuw',
      's :',
      'NewFangledHeader:   newfangled value',
      ' continued newfangled value',
      'UnknownHeaderWithUnusualValue: ;;,,;;,;',
      'Route:',
      ' <sip:services.example.com;lr;unknownwith=value;unknown-no-value>',
      'v:  SIP  / 2.0  / TCP     spindle.example.com   ;',
      '  branch  =   z9hG4bK9ikj8  ,',
      ' SIP  /    2.0   / UDP  192.168.255.111   ; branch=',
      ' z9hG4bK30239',
      'm:"Quoted string \\"\\"" <sip:jdrosen@example.com> ; newparam =',
      '      newvalue ;',
      '  secondparam ; q = 0.33',
      '',
      '',
    ].join('\r\n'),
  ],
  [
    '3.1.1.2 odd characters in tokens',
    message("!interesting-Method0123456789_*+`.%indeed'~ sip:1_unusual.URI~(to-be!sure)@example.com SIP/2.0"),
  ],
  ['3.1.1.3 escapes in the Request-URI', message('INVITE sip:sips%3Auser%40example.com@example.net SIP/2.0')],
  [
    '3.1.1.6 a message with no LWS between name and <',
    message('OPTIONS sip:user@example.com SIP/2.0', { From: 'caller<sip:caller@example.com>;tag=323' }),
  ],
  [
    '3.1.1.8 extra bytes behind the body',
    Buffer.concat([
      message('REGISTER sip:example.com SIP/2.0'),
      Buffer.from('INVITE sip:joe@example.com SIP/2.0'),
    ]),
  ],
  [
    '3.1.1.9 semicolons in the user part',
    message('OPTIONS sip:user;par=u%40example.net@example.com SIP/2.0'),
  ],
  [
    '3.1.1.11 a multipart body of bytes',
    message('MESSAGE sip:kumiko@example.org SIP/2.0', {}, '--7a9cbec02ceef655\r\n\0\x01'),
  ],
  [
    '3.1.1.12 an unusual reason phrase',
    message('SIP/2.0 200 = 2**3 * 5**2 \u043d\u043e', { CSeq: '35 INVITE' }),
  ],
  ['3.1.1.13 an empty reason phrase', message('SIP/2.0 100 ', { CSeq: '35 INVITE' })],
])('%s is understood', (_, data) => {
  expect(outcome(Buffer.from(data))).toBe('understood');
});

test.each([
  [
    '3.1.2.1 extraneous separators in Via',
    message('INVITE sip:a@b SIP/2.0', { Via: 'SIP/2.0/UDP 192.0.2.15;;,;,,' }),
    'Malformed Via',
  ],
  [
    '3.1.2.2 a Content-Length that is too large',
    message('INVITE sip:a@b SIP/2.0', { 'Content-Length': '9999' }),
    'Wrong Content-Length',
  ],
  [
    '3.1.2.3 a negative Content-Length',
    message('INVITE sip:a@b SIP/2.0', { 'Content-Length': '-999' }),
    'Wrong Content-Length',
  ],
  [
    '3.1.2.4 a CSeq that overflows',
    message('REGISTER sip:b SIP/2.0', { CSeq: '36893488147419103232 REGISTER' }),
    'Malformed CSeq',
  ],
  [
    '3.1.2.5 a response with an overflowing CSeq',
    message('SIP/2.0 200 OK', { CSeq: '9292394834772304023312 OPTIONS' }),
    'Malformed CSeq',
  ],
  [
    '3.1.2.6 an open quote in the display name',
    message('INVITE sip:a@b SIP/2.0', { To: '"Mr. J. User <sip:j.user@example.com>' }),
    'Malformed To',
  ],
  [
    '3.1.2.7 brackets around the Request-URI',
    message('INVITE <sip:user@example.com> SIP/2.0'),
    'Malformed Start Line',
  ],
  [
    '3.1.2.8 LWS within the Request-URI',
    message('INVITE sip:user@example.com; lr SIP/2.0'),
    'Malformed Start Line',
  ],
  [
    '3.1.2.9 two spaces in the start line',
    message('INVITE  sip:user@example.com SIP/2.0'),
    'Malformed Start Line',
  ],
  [
    '3.1.2.10 spaces at the end of the start line',
    message('OPTIONS sip:a@b SIP/2.0  '),
    'Malformed Start Line',
  ],
  [
    '3.1.2.13 blanks in an addr-spec',
    message('OPTIONS sip:a@b SIP/2.0', { From: '"Bell" <sip:a @example.com>;tag=1' }),
    'Malformed From',
  ],
  [
    '3.1.2.15 a method that differs from CSeq',
    message('OPTIONS sip:a@b SIP/2.0', { CSeq: '8 INVITE' }),
    'CSeq Does Not Match the Method',
  ],
  [
    '3.1.2.16 an unknown method that differs from CSeq',
    message('NEWMETHOD sip:a@b SIP/2.0', { CSeq: '8 INVITE' }),
    'CSeq Does Not Match the Method',
  ],
  ['3.1.2.17 another version', message('OPTIONS sip:a@b SIP/7.0'), 'Version Not Supported'],
  [
    '3.1.2.18 a status out of range',
    message('SIP/2.0 4294967301 better not break', { CSeq: '8 INVITE' }),
    'Malformed Start Line',
  ],
  ['3.3.1 missing headers', Buffer.from('INVITE sip:a@b SIP/2.0\r\nCSeq: 1 INVITE\r\n\r\n'), 'Missing From'],
  [
    '3.3.8 repeated headers',
    Buffer.concat([
      message('OPTIONS sip:a@b SIP/2.0').subarray(0, -2),
      Buffer.from('To: <sip:other@b>\r\n\r\n'),
    ]),
    'Repeated To',
  ],
])('%s is refused', (_, data, reason) => {
  expect(outcome(data)).toBe(reason);
});

test('3.1.1.3, 3.1.1.9 a user part is compared without its escapes', () => {
  expect(parseSipUri('sip:sips%3Auser%40example.com@example.net')).toMatchObject({
    user: 'sips:user@example.com',
    host: 'example.net',
  });
  expect(parseSipUri('sip:user;par=u%40example.net@example.com')).toMatchObject({
    user: 'user;par=u@example.net',
    host: 'example.com',
  });
});
