import { describe, expect, it } from 'vitest';
import { identifyCaller } from './caller-identity.ts';

const asserted = { 'P-Asserted-Identity': '<tel:+15550001>, "Acme" <sip:+15550002@gw>' };
const anonymous = '"Anonymous" <sip:anonymous@anonymous.invalid>;tag=1';
const trusting = { trustAsserted: true };

describe('identifyCaller', () => {
  it('takes the word of the sender where asserted identities are not trusted', () => {
    expect(identifyCaller(anonymous, asserted, { trustAsserted: false })).toEqual({
      displayName: 'Anonymous',
      address: anonymous,
    });
  });

  it('takes the name and the address from one and the same identity', () => {
    expect(identifyCaller('<sip:+1999@gw>;tag=1', asserted, trusting)).toEqual({
      displayName: 'Acme',
      address: 'sip:+15550002@gw',
    });
  });

  it('takes a name of which nothing can be seen for none', () => {
    const blankFirst = { 'P-Asserted-Identity': '"\u200B" <tel:+15550001>, "Acme" <sip:+15550002@gw>' };
    expect(identifyCaller('"\u200B" <sip:+1999@gw>', blankFirst, trusting).displayName).toBe('Acme');
  });

  it('takes an address in the place of the name for none', () => {
    expect(identifyCaller('"sip:ceo@corp" <sip:+1999@gw>', asserted, trusting).displayName).toBe('Acme');
  });

  it('leaves a sender who has a name', () => {
    expect(identifyCaller('Bob <sip:bob@x>', asserted, trusting)).toEqual({
      displayName: 'Bob',
      address: 'Bob <sip:bob@x>',
    });
  });

  it('names the number behind an anonymous sender, but no second number for one who shows his', () => {
    const numberOnly = { 'P-Asserted-Identity': '<tel:+15550001>' };
    expect(identifyCaller(anonymous, numberOnly, trusting)).toEqual({
      displayName: null,
      address: 'tel:+15550001',
    });
    expect(identifyCaller('<sip:+1999@gw>', numberOnly, trusting).address).toBe('<sip:+1999@gw>');
  });

  it('keeps the secret of a sender who asked for it', () => {
    expect(identifyCaller(anonymous, { ...asserted, Privacy: 'id' }, trusting).displayName).toBe('Anonymous');
  });

  it('believes nothing that the sender merely prefers', () => {
    const preferred = { 'P-Preferred-Identity': '"The President" <sip:president@x>' };
    expect(identifyCaller(anonymous, preferred, trusting).displayName).toBe('Anonymous');
  });
});
