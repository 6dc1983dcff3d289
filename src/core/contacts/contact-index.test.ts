import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '#testing/any-text.ts';
import { buildContact } from '#testing/people-builders.ts';
import { createContactIndex } from './contact-index.ts';

const withAddress = (value: string, id = value) =>
  buildContact({ id, name: id, addresses: [{ kind: 'work', value }] });

/** Whose name is shown for a call between these two. */
function nameOf(address: string, remoteUri: string, localUri = 'sip:alice@example.com') {
  const index = createContactIndex();
  index.add(withAddress(address));
  return index.names().find({ remoteUri, localUri })?.name ?? null;
}

describe('who is who', () => {
  it.each([
    ['bob@example.com', 'sip:bob@example.com'],
    ['Bob@Example.com', 'sips:bob@EXAMPLE.com:5061;transport=ws'],
    ['bob@example.com', '"Not Bob" <sip:bob@example.com>;tag=1'],
    ['bob@[::1]', 'sip:bob@[::1]:5060'],
    ['bob', 'sip:bob@example.com'],
    ['1-00', 'sip:100@example.com;user=phone'],
    ['a b', 'sip:a%20b@example.com'],
    ['+49 (30) 123456', 'sip:+4930123456@trunk.example.net'],
    ['+49 (30) 123456', 'tel:+4930123456'],
    ['030 123456', 'sip:+4930123456@trunk.example.net'],
    ['0049 30 123456', 'sip:+4930123456@trunk.example.net'],
    ['+49 30 123456', 'sip:030123456@trunk.example.net'],
    ['+4930123456@trunk.example.net', 'sip:030123456@example.com'],
    ['555 123 4567', 'sip:+15551234567@trunk.example.net'],
  ])('%s is %s', (address, uri) => {
    expect(nameOf(address, uri)).toBe(address);
  });

  it.each([
    ['bob', 'sip:bob@elsewhere.example.net'],
    ['100', 'sip:100@elsewhere.example.net'],
    ['bob@example.com', 'sip:bob@elsewhere.example.net'],
    ['+49 30 123456', 'sip:+4940123456@example.com'],
    ['+49 30 1234567', 'sip:+493012345678@example.com'],
    ['030 123456', 'sip:040123456@example.com'],
    ['123456', 'sip:+4930123456@example.com'],
    ['bob', 'sip:anonymous@anonymous.invalid'],
    ['bob', ''],
  ])('%s is not %s', (address, uri) => {
    expect(nameOf(address, uri)).toBeNull();
  });

  it('a number in full is surer than its end', () => {
    const index = createContactIndex();
    index.add(withAddress('1234567', 'end'));
    index.add(withAddress('+49301234567', 'full'));
    expect(index.names().find({ remoteUri: 'sip:+49301234567@x', localUri: '' })?.name).toBe('full');
    expect(index.names().find({ remoteUri: 'sip:+49401234567@x', localUri: '' })?.name).toBe('end');
  });

  it('is forgotten with the contact, and only with it', () => {
    const index = createContactIndex();
    const [one, two] = [withAddress('+49301234567', 'one'), withAddress('+49 30 1234567', 'two')];
    index.add(one);
    index.add(two);
    const find = () => index.names().find({ remoteUri: 'tel:+49301234567', localUri: '' })?.name;
    expect(find()).toBe('one');
    index.remove(one);
    expect(find()).toBe('two');
    index.remove(two);
    expect(find()).toBeUndefined();
  });

  it('never throws, whatever a stranger sends', () => {
    const index = createContactIndex();
    index.add(withAddress('bob'));
    fc.assert(
      fc.property(anyText(), fc.string(), (remoteUri, localUri) => {
        expect(() => index.names().find({ remoteUri, localUri })).not.toThrow();
      }),
    );
  });

  it('stays quick when thousands share an address', () => {
    const index = createContactIndex();
    for (let id = 0; id < 100_000; id += 1) index.add(withAddress('+49301234567', `c${id}`));
    const names = index.names();
    const party = { remoteUri: 'tel:+49401234567', localUri: '' };
    // With each of them looked at, that would be 10¹⁰ steps.
    const found = Array.from({ length: 100_000 }, () => names.find(party)).filter(
      (contact) => contact !== null,
    );
    expect(found).toEqual([]);
  });
});
