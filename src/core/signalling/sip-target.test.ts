import { describe, expect, it } from 'vitest';
import { isSipAddress, resolveTarget, sameAddress } from './sip-target.ts';

describe('resolveTarget', () => {
  it.each([
    ['bob', 'sip:bob@example.com'],
    [' bob ', 'sip:bob@example.com'],
    ['+1 (555) 010-99', 'sip:+155501099@example.com'],
    ['0171 / 234.56', 'sip:017123456@example.com'],
    ['+44 (0)20 7946-0000', 'sip:+442079460000@example.com'],
    ['\u202a+1 555\u00a0010\u201199\u202c', 'sip:+155501099@example.com'],
    ['＋１５５５', 'sip:+1555@example.com'],
    ['٠١٢۳', 'sip:0123@example.com'],
    ['tel:%2B1%20555', 'sip:+1555@example.com'],
    ['tel://+1555', 'sip:+1555@example.com'],
    ['+1 (555) 010@elsewhere.org', 'sip:+1555010@elsewhere.org'],
    ['sip:+1-555-010@elsewhere.org;user=phone', 'sip:+1555010@elsewhere.org;user=phone'],
    ['555-010@elsewhere.org', 'sip:555-010@elsewhere.org'],
    ['*43#', 'sip:*43%23@example.com'],
    ['tel:+1-555-0100;ext=2', 'sip:+15550100@example.com'],
    ['TEL:+15550100', 'sip:+15550100@example.com'],
    ['bob@elsewhere.org', 'sip:bob@elsewhere.org'],
    ['sip:bob@elsewhere.org', 'sip:bob@elsewhere.org'],
    ['SIPS:bob@elsewhere.org:5061', 'sips:bob@elsewhere.org:5061'],
    ['sip:bob@elsewhere.org;transport=ws', 'sip:bob@elsewhere.org;transport=ws'],
    ['sip:bob@[2001:db8::1]:5060', 'sip:bob@[2001:db8::1]:5060'],
    ['sip:bob', 'sip:bob@example.com'],
    ['jürgen', 'sip:j%C3%BCrgen@example.com'],
  ])('reads %s as %s', (typed, expected) => {
    expect(resolveTarget(typed, 'example.com')).toBe(expected);
  });

  it('drops headers that a link would add to the INVITE', () => {
    expect(resolveTarget('sip:bob@example.org?Replaces=abc', 'example.com')).toBe('sip:bob@example.org');
  });

  it.each([
    '',
    '   ',
    'two words',
    'bob@',
    '@example.org',
    'javascript:alert(1)@',
    'javascript:alert(1)',
    'mailto:bob@example.com',
    'https://example.com/',
    'bob:secret@example.com',
    '<script>',
    'tel:bob',
    'a@b c',
    'x'.repeat(257),
  ])('refuses %j', (typed) => {
    expect(() => resolveTarget(typed, 'example.com')).toThrow('call/invalid-target');
  });
});

describe('isSipAddress', () => {
  it('tells addresses from other text', () => {
    expect(isSipAddress('alice@localhost')).toBe(true);
    expect(isSipAddress('alice@localhost:5060')).toBe(true);
    expect(isSipAddress('alice')).toBe(false);
    expect(isSipAddress('alice@')).toBe(false);
    expect(isSipAddress('al ice@example.com')).toBe(false);
  });
});

describe('sameAddress', () => {
  it.each([
    ['sip:bob@example.com', 'sips:bob@EXAMPLE.com:5061;transport=ws', true],
    ['sip:%62ob@example.com', 'sip:bob@example.com', true],
    ['tel:+1-555', 'sip:+1555@example.com', true],
    ['sip:bob@example.com', 'sip:Bob@example.com', false],
    ['sip:bob@example.com', 'sip:bob@example.org', false],
    ['sip:example.com', 'sip:bob@example.com', false],
  ])('of %s and %s is %s', (one, other, expected) => {
    expect(sameAddress(one, other)).toBe(expected);
  });
});
