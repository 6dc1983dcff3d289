import fc from 'fast-check';

const toBytes = new TextEncoder();
const toText = new TextDecoder();

/** One way to damage a text at a place: `size` and `other` are what the way needs of a length and of a second text. */
type Mutation = (text: string, place: number, size: number, other: string) => string;

function flipByte(text: string, place: number, size: number): string {
  const bytes = toBytes.encode(text);
  const index = place % bytes.length;
  const byte = bytes[index];
  if (byte !== undefined) bytes[index] = byte ^ (1 << (size % 8));
  return toText.decode(bytes);
}

const mutations: readonly Mutation[] = [
  flipByte,
  // Cut out.
  (text, place, size) => text.slice(0, place) + text.slice(place + size),
  // Cut off.
  (text, place) => text.slice(0, place),
  // Double.
  (text, place, size) => text.slice(0, place + size) + text.slice(place),
  // Splice.
  (text, place, _size, other) => text.slice(0, place) + other.slice(place % (other.length + 1)),
  // Put in.
  (text, place, _size, other) => text.slice(0, place) + other + text.slice(place),
  // Flood with one character.
  (text, place, size, other) => text.slice(0, place) + other.slice(0, 1).repeat(size * 4) + text.slice(place),
];

/** What a header is made of, and what is no header's business: halves of surrogate pairs, any UTF-16 unit. */
const grain = fc.oneof(
  fc.constantFrom(
    '"',
    '\\',
    '<',
    '>',
    ';',
    '=',
    ',',
    '@',
    ' ',
    '\t',
    '\r\n ',
    '\0',
    'sip:',
    'tel:',
    '\u202E',
  ),
  fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)),
  fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
);

/** A text of `seeds`, damaged in one to five ways one after the other. */
export function mutatedText(seeds: readonly string[]): fc.Arbitrary<string> {
  const seed = fc.constantFrom(...seeds);
  const step = fc.record({
    mutation: fc.constantFrom(...mutations),
    place: fc.nat(0xffff),
    size: fc.nat(64),
    other: fc.oneof({ weight: 3, arbitrary: grain }, { weight: 1, arbitrary: seed }),
  });
  return fc
    .tuple(seed, fc.array(step, { minLength: 1, maxLength: 5, size: 'max' }))
    .map(([text, steps]) =>
      steps.reduce(
        (damaged, { mutation, place, size, other }) =>
          mutation(damaged, place % (damaged.length + 1), size, other),
        text,
      ),
    );
}
