/** A value of one message of RFC 4475, and what has to come of it. */
export interface TortureHeader {
  /** Section, message and header. */
  readonly where: string;
  /** As it stands in the message, folds included. */
  readonly value: string;
  /** The display name as a person may see it; null when there is none. */
  readonly name: string | null;
  readonly uri: string;
  /** What a person is shown: the name, else the user part of the URI, else the address. */
  readonly shown: string;
}

const named = (where: string, value: string, name: string, uri: string): TortureHeader => ({
  where,
  value,
  name,
  uri,
  shown: name,
});

const nameless = (where: string, value: string, shown: string, uri: string): TortureHeader => ({
  where,
  value,
  name: null,
  uri,
  shown,
});

const longUser = 'amazinglylongcallername'.repeat(5);
const longName = `I have a user name of ${'extreme'.repeat(10)} proportion`;
const longParameters = `;unknownparam1=very${'long'.repeat(20)}value;longparam${'name'.repeat(25)}=shortvalue;very${'long'.repeat(25)}ParameterNameWithNoValue`;
const unusualUri = "sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*@example.com";

/** The values of RFC 4475 that are not simply an addr-spec or a name-addr without a name. */
export const tortureHeaders: readonly TortureHeader[] = [
  nameless(
    '3.1.1.1 wsinv To',
    '\r\n sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n',
    'vivekg',
    'sip:vivekg@chair-dnrc.example.com',
  ),
  named(
    '3.1.1.1 wsinv From',
    String.raw`"J Rosenberg \\\""       <sip:jdrosen@example.com>` + '\r\n  ;\r\n  tag = 98asjd8',
    String.raw`J Rosenberg \"`,
    'sip:jdrosen@example.com',
  ),
  named(
    '3.1.1.1 wsinv Contact',
    String.raw`"Quoted string \"\"" <sip:jdrosen@example.com> ; newparam =` +
      '\r\n      newvalue ;\r\n  secondparam ; q = 0.33',
    'Quoted string ""',
    'sip:jdrosen@example.com',
  ),
  named(
    '3.1.1.2 intmeth To',
    `"BEL:\\\u0007 NUL:\\\u0000 DEL:\\\u007F" <${unusualUri}>`,
    'BEL: NUL: DEL:',
    unusualUri,
  ),
  named(
    '3.1.1.2 intmeth From',
    "token1~` token2'+_ token3*%!.- <sip:mundane@example.com>;fromParam''~+*_!.-%=\"работающий\";tag=_token~1'+`*%!-.",
    "token1~` token2'+_ token3*%!.-",
    'sip:mundane@example.com',
  ),
  nameless('3.1.1.3 esc01 To', 'sip:%75se%72@example.com', 'user', 'sip:%75se%72@example.com'),
  nameless(
    '3.1.1.3 esc01 From',
    '<sip:I%20have%20spaces@example.net>;tag=938',
    'I have spaces',
    'sip:I%20have%20spaces@example.net',
  ),
  nameless(
    '3.1.1.3 esc01 Contact',
    '\r\n  <sip:cal%6Cer@host5.example.net;%6C%72;n%61me=v%61lue%25%34%31>',
    'caller',
    'sip:cal%6Cer@host5.example.net;%6C%72;n%61me=v%61lue%25%34%31',
  ),
  nameless(
    '3.1.1.4 escnull From',
    'sip:null-%00-null@example.com;tag=839923423',
    'null--null',
    'sip:null-%00-null@example.com',
  ),
  nameless(
    '3.1.1.4 escnull Contact',
    '<sip:%00%00@host5.example.com>',
    '%00%00@host5.example.com',
    'sip:%00%00@host5.example.com',
  ),
  named(
    '3.1.1.5 esc02 From',
    '"%Z%45" <sip:resource@example.com>;tag=f232jadfj23',
    '%Z%45',
    'sip:resource@example.com',
  ),
  named('3.1.1.6 lwsdisp From', 'caller<sip:caller@example.com>;tag=323', 'caller', 'sip:caller@example.com'),
  named(
    '3.1.1.7 longreq To',
    `"${longName}"<sip:user@example.com:6000${longParameters}>`,
    `${longName.slice(0, 79)}…`,
    `sip:user@example.com:6000${longParameters}`,
  ),
  nameless(
    '3.1.1.7 longreq From',
    `sip:${longUser}@example.net;tag=12${'982'.repeat(50)}424;unknownheaderparam${'name'.repeat(20)}=unknowheaderparam${'value'.repeat(15)};unknownValueless${'paramname'.repeat(10)}`,
    `${longUser.slice(0, 79)}…`,
    `sip:${longUser}@example.net`,
  ),
  nameless(
    '3.1.1.8 dblreq From',
    'sip:j.user@example.com;tag=43251j3j324',
    'j.user',
    'sip:j.user@example.com',
  ),
  nameless('3.1.1.9 semiuri From', 'sip:caller@example.org;tag=33242', 'caller', 'sip:caller@example.org'),
  nameless(
    '3.1.1.12 unreason Contact',
    '<sip:user@host198.example.com>',
    'user',
    'sip:user@host198.example.com',
  ),
  named('3.1.2.1 badinv01 Contact', '"Joe" <sip:joe@example.org>;;;;', 'Joe', 'sip:joe@example.org'),
  nameless(
    '3.1.2.4 scalar02 Contact',
    '<sip:user@host129.example.com>\r\n  ;expires=280297596632815',
    'user',
    'sip:user@host129.example.com',
  ),
  named(
    '3.1.2.6 quotbal To',
    '"Mr. J. User <sip:j.user@example.com>',
    'Mr. J. User',
    'sip:j.user@example.com',
  ),
  named(
    '3.1.2.6 quotbal To',
    '"Mr J. User <sip:j.user@example.com> <sip:realj@example.net>',
    'Mr J. User <sip:j.user@example.com>',
    'sip:realj@example.net',
  ),
  nameless('3.1.2.7 ltgtruri From', 'sip:caller@example.net;tag=39291', 'caller', 'sip:caller@example.net'),
  nameless(
    '3.1.2.13 regbadct Contact',
    'sip:user@example.com?Route=%3Csip:sip.example.com%3E',
    'user',
    'sip:user@example.com?Route=%3Csip:sip.example.com%3E',
  ),
  named(
    '3.1.2.14 badaspec To',
    '"Watson, Thomas" < sip:t.watson@example.org >',
    'Watson, Thomas',
    'sip:t.watson@example.org',
  ),
  named(
    '3.1.2.15 baddn From',
    '   Bell, Alexander <sip:a.g.bell@example.com>;tag=43',
    'Bell, Alexander',
    'sip:a.g.bell@example.com',
  ),
  named(
    '3.1.2.16 badvers From',
    'A. Bell <sip:a.g.bell@example.com>;tag=qweoiqpe',
    'A. Bell',
    'sip:a.g.bell@example.com',
  ),
  nameless('3.2.1 badbranch From', 'sip:caller@example.org;tag=33242', 'caller', 'sip:caller@example.org'),
  nameless('3.3.4 unksm2 To', 'isbn:2983792873', 'isbn:2983792873', 'isbn:2983792873'),
  nameless(
    '3.3.4 unksm2 From',
    '<http://www.example.com>;tag=3234233',
    'http://www.example.com',
    'http://www.example.com',
  ),
  nameless('3.3.4 unksm2 Contact', '<name:John_Smith>', 'name:John_Smith', 'name:John_Smith'),
  nameless(
    '3.3.12 cparam01 Contact',
    'sip:+19725552222@gw1.example.net;unknownparam',
    '+19725552222',
    'sip:+19725552222@gw1.example.net',
  ),
  nameless(
    '3.3.13 cparam02 Contact',
    '<sip:+19725552222@gw1.example.net;unknownparam>',
    '+19725552222',
    'sip:+19725552222@gw1.example.net;unknownparam',
  ),
  nameless(
    '3.3.14 regescrt Contact',
    '<sip:user@example.com?Route=%3Csip:sip.example.com%3E>',
    'user',
    'sip:user@example.com?Route=%3Csip:sip.example.com%3E',
  ),
  nameless(
    '3.4.1 inv2543 To',
    'sip:+16505552222@ss1.example.net;user=phone',
    '+16505552222',
    'sip:+16505552222@ss1.example.net',
  ),
];
