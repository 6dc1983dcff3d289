import { describe, expect, it } from 'vitest';
import { isSipAddress, resolveTarget } from './sip-target.ts';

describe('resolveTarget', () => {
  it.each([
    ['bob', 'sip:bob@example.com'],
    [' bob ', 'sip:bob@example.com'],
    ['+1 (555) 010-99', 'sip:+155501099@example.com'],
    ['0171 / 234.56', 'sip:017123456@example.com'],
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
