import fc from 'fast-check';

const character = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }),
  fc.integer({ min: 0, max: 0xffff }),
  fc.integer({ min: 0x1_0000, max: 0x10_ffff }),
);

/** Any characters at all, lone surrogates too. fast-check's own `binary` unit takes seconds to be set up. */
export const anyText = (maxLength = 40): fc.Arbitrary<string> =>
  fc.array(character, { maxLength }).map((points) => String.fromCodePoint(...points));
