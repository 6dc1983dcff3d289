import { describe, expect, it } from 'vitest';
import { linkTarget, readCallLink, withoutCallLink } from './call-link.ts';

describe('readCallLink', () => {
  it.each([
    ['?call=bob', 'bob'],
    ['?account=alice&call=%2B1%20(555)%20010-99', '+1 (555) 010-99'],
    ['?call=+15550100', '+15550100'],
    ['?call=tel%3A%2B15550100', 'tel:+15550100'],
    ['?call=sip%3Abob%40example.com%3Btransport%3Dws', 'sip:bob@example.com;transport=ws'],
  ])('%s asks to call %s', (search, target) => {
    expect(readCallLink(search)).toEqual({ kind: 'asks', target });
  });

  it.each(['', '?account=alice', '?call=', '?recall=bob'])('%j asks for nothing', (search) => {
    expect(readCallLink(search)).toBeNull();
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//@example.com',
    'data:text/html,<b>',
    'https://example.com/',
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>@example.com',
    'sip:bob@example.com?Replaces=a%3Bto-tag%3Db',
    'sip:bob@example.com?Subject=hello',
    'bob\r\nVia: x',
    'tel:bob',
    'two words',
    '1'.repeat(300),
  ])('refuses %j', (target) => {
    expect(readCallLink(`?call=${encodeURIComponent(target)}`)).toEqual({ kind: 'refused' });
  });

  it('refuses what is not well escaped', () => {
    expect(readCallLink('?call=%E0%A4%A')).toEqual({ kind: 'refused' });
  });
});

it.each([
  ['tel:+1555', '+1555'],
  ['tel://+1555', '+1555'],
  ['SIP:bob@example.com', 'bob@example.com'],
  ['bob\u202egnp', 'bobgnp'],
])('the target %j is shown as %j', (target, shown) => {
  expect(linkTarget(target)).toBe(shown);
});

it.each([
  ['?call=bob', ''],
  ['?account=alice&call=bob&x=1', '?account=alice&x=1'],
  ['?account=alice', '?account=alice'],
])('%j without the question is %j', (search, rest) => {
  expect(withoutCallLink(search)).toBe(rest);
});
