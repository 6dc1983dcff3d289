/** A From value, and what a parser has to make of it. */
export interface FromHeader {
  readonly value: string;
  /** The display name, white space at its ends left aside; null when there is none. */
  readonly name: string | null;
  /** The URI in the spelling of the header. */
  readonly uri: string;
}

const from = (value: string, name: string | null, uri: string): FromHeader => ({ value, name, uri });

/** What phones, exchanges and trunks send, as their manuals and RFC 3261 show it. */
export const realisticHeaders: readonly FromHeader[] = [
  from('"Alice" <sip:alice@atlanta.com>;tag=1928301774', 'Alice', 'sip:alice@atlanta.com'),
  from('Bob <sip:bob@biloxi.com>;tag=a6c85cf', 'Bob', 'sip:bob@biloxi.com'),
  from('<sip:1001@10.0.0.5>;tag=as5d3c1f2a', null, 'sip:1001@10.0.0.5'),
  from('"1001" <sip:1001@pbx.example.com:5060>;tag=8f3a', '1001', 'sip:1001@pbx.example.com:5060'),
  from(
    '"Support Desk" <sip:+15551234567@sbc.example.com;user=phone>;tag=gK0c1b',
    'Support Desk',
    'sip:+15551234567@sbc.example.com;user=phone',
  ),
  from(
    '"Smith, Alice" <sips:alice@example.com;transport=ws>;tag=kk3d',
    'Smith, Alice',
    'sips:alice@example.com;transport=ws',
  ),
  from(
    '"Anonymous" <sip:anonymous@anonymous.invalid>;tag=bh7',
    'Anonymous',
    'sip:anonymous@anonymous.invalid',
  ),
  from('"Zoë Müller" <sip:zoe@example.org>;tag=f91', 'Zoë Müller', 'sip:zoe@example.org'),
  from('A. G. Bell <sip:agb@bell-telephone.com>;tag=a48s', 'A. G. Bell', 'sip:agb@bell-telephone.com'),
  from('sip:+12125551212@server.phone2net.com;tag=887s', null, 'sip:+12125551212@server.phone2net.com'),
  from('"Reception" <sip:100@[2001:db8::10]:5080>;tag=v6', 'Reception', 'sip:100@[2001:db8::10]:5080'),
  from(
    '<sip:3f8c2a1e@df7jal23ls0d.invalid;transport=ws>;tag=ub9tnq2q5i',
    null,
    'sip:3f8c2a1e@df7jal23ls0d.invalid;transport=ws',
  ),
];

/** What is legal, or what RFC 4475 asks to be read all the same, and seldom is. */
export const hardHeaders: readonly FromHeader[] = [
  from('"Sales" <tel:+15551234567>;tag=1', 'Sales', 'tel:+15551234567'),
  from('tel:+15551234567;tag=1', null, 'tel:+15551234567'),
  from('Жанна <sip:j@example.com>;tag=1', 'Жанна', 'sip:j@example.com'),
  from('"Alice \\"Al\\" Smith" <sip:a@example.com>;tag=1', 'Alice "Al" Smith', 'sip:a@example.com'),
  from('"back\\\\slash" <sip:a@example.com>;tag=1', 'back\\slash', 'sip:a@example.com'),
  from('"Alice\r\n Smith" <sip:a@example.com>;tag=1', 'Alice Smith', 'sip:a@example.com'),
  from('Alice\r\n\t<sip:a@example.com>\r\n ;tag=1', 'Alice', 'sip:a@example.com'),
  from('Bell, Alexander <sip:a.g.bell@example.com>;tag=43', 'Bell, Alexander', 'sip:a.g.bell@example.com'),
  from('"Mr. J. User <sip:j.user@example.com>;tag=1', 'Mr. J. User', 'sip:j.user@example.com'),
  from('"Watson, Thomas" < sip:t.watson@example.org >;tag=1', 'Watson, Thomas', 'sip:t.watson@example.org'),
  from('caller<sip:caller@example.com>;tag=323', 'caller', 'sip:caller@example.com'),
  from('"a<b>c" <sip:x@example.com>;tag=1', 'a<b>c', 'sip:x@example.com'),
  from('"" <sip:a@example.com>;tag=1', null, 'sip:a@example.com'),
  from('Bob <sip:bob@example.com>;x="Mallory";tag=1', 'Bob', 'sip:bob@example.com'),
  from('"Joe" <sip:joe@example.org>;;;;', 'Joe', 'sip:joe@example.org'),
  from('<sip:I%20have%20spaces@example.net>;tag=938', null, 'sip:I%20have%20spaces@example.net'),
  from('<http://www.example.com>;tag=3234233', null, 'http://www.example.com'),
  from('"Alice" <SIP:alice@EXAMPLE.com>;tag=1', 'Alice', 'SIP:alice@EXAMPLE.com'),
];
