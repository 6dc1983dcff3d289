import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from './read-xml.ts';

describe('readXml', () => {
  it('reads elements, attributes and text, without prefixes', () => {
    const root = readXml(
      `<?xml version="1.0"?>\r\n<!-- <a> --><d:list a='1' xmlns:d="urn:x">\n <d:item id="x&amp;y" /><item> some <!-- no --> text </item></d:list>\n`,
    );
    expect(root?.name).toBe('list');
    expect(root?.attributes.get('a')).toBe('1');
    expect(root?.children.map(({ name, text }) => [name, text])).toEqual([
      ['item', ''],
      ['item', 'sometext'],
    ]);
    expect(root?.children[0]?.attributes.get('id')).toBe('x&amp;y');
  });

  it.each([
    '',
    'text',
    '<a>',
    '</a>',
    '<a></b>',
    '<a/><b/>',
    '<a/>text',
    '<a b=c/>',
    '<a <b/>',
    '<!-- <a/>',
    '<a><![CDATA[x]]></a>',
    '<!DOCTYPE a [<!ENTITY e "e">]><a>&e;</a>',
    '<!DOCTYPE a SYSTEM "http://example.com/x"><a/>',
    `${'<a>'.repeat(17)}${'</a>'.repeat(17)}`,
    `<a>${' '.repeat(65_536)}</a>`,
  ])('is nothing for %j', (text) => {
    expect(readXml(text)).toBeNull();
  });

  it('is total', () => {
    const part = fc.constantFrom('<', '>', '/', 'a', '="', "'", ' ', '<!--', '-->', '<?', '?>', '&', 'x:a');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 200 }), (parts) => {
        const root = readXml(parts.join(''));
        expect(root === null || root.name !== '').toBe(true);
      }),
    );
  });

  it.each(['<!--', '<a ', '<a b="', '<a b="c" ', '<a>', ' <'])(
    'does not read the same twice in %j again and again',
    (part) => {
      const text = part.repeat(65_536 / part.length);
      expect(readXml(text)).toBeNull();
    },
  );
});
