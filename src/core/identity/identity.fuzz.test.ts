import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutatedText } from '#testing/mutated-text.ts';
import { tortureHeaders } from '#testing/rfc4475-headers.ts';
import { readIdentities } from './asserted-identity.ts';
import { identifyCaller } from './caller-identity.ts';
import { extractCallId, extractDisplayName, extractSubject } from './display-name.ts';
import { displayText } from './display-text.ts';
import { unfold } from './folding.ts';
import { findHeader } from './header-bag.ts';
import { parseNameAddr } from './name-addr.ts';

const seeds = [
  ...tortureHeaders.map(({ value }) => value),
  '"Alice Smith" <sip:alice@example.com>;tag=1928301774',
  'Bob <sips:bob@[2001:db8::1]:5061;transport=ws>;tag=a;x="y;z"',
  '"Sales, \\"East\\"" <tel:+15551234567;phone-context=example.com>',
  'Жанна 📞 <sip:j@example.com>, <sip:second@example.com>',
  '"Anonymous" <sip:anonymous@anonymous.invalid>',
  '',
];
const headerNames = [
  'From',
  'f',
  'SUBJECT ',
  's',
  'Subject',
  'Call-ID',
  'i',
  'call-id',
  'P-Asserted-Identity',
  'Privacy',
  '__proto__',
];

const headerValue = mutatedText(seeds);
const headerName = fc.oneof(fc.constantFrom(...headerNames), mutatedText(headerNames));
const blank = fc.constantFrom('', ' ', '\r\n ');
const headerBag = fc
  .array(
    fc.tuple(headerName, fc.oneof({ weight: 3, arbitrary: headerValue }, { weight: 1, arbitrary: blank })),
    {
      maxLength: 4,
      size: 'max',
    },
  )
  .map((entries) => Object.fromEntries(entries));

/** Every value in the bag that a name or its compact form stands before, unfolded and trimmed. */
const valuesOf = (headers: Readonly<Record<string, string>>, ...names: readonly string[]) =>
  Object.entries(headers)
    .filter(([name]) => names.includes(name.trim().toLowerCase()))
    .map(([, value]) => unfold(value).trim())
    .filter((value) => value !== '');

/** The rules that do not hold. */
const broken = (rules: Readonly<Record<string, boolean>>): readonly string[] =>
  Object.keys(rules).filter((rule) => !rules[rule]);

describe('what a stranger may send', () => {
  it('as a From header', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(headerValue, (value) => {
        const { displayName, uri, parameters } = parseNameAddr(value);
        const shown = displayText(displayName ?? '');
        const written = `"${displayName?.replaceAll(/["\\]/g, '\\$&')}" <${uri}>`;
        const again = parseNameAddr(written);
        const rules = {
          'folds are undone': !/[\r\n]/.test(`${displayName}${uri}`),
          'the URI is a piece of the value': unfold(value).includes(uri),
          'a name is not blank': displayName === null || displayName.trim() !== '',
          'a parameter has a name in lower case': [...parameters.keys()].every(
            (name) => name !== '' && name === name.toLowerCase(),
          ),
          'nothing invisible is shown': !/[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u.test(shown),
          'a name is clipped': shown.length <= 160,
          'what was read can be written and read':
            displayName === null ||
            uri.includes('>') ||
            (again.displayName === displayName && again.uri === uri),
        };
        expect(broken(rules)).toEqual([]);
      }),
      { numRuns: 100_000 },
    );
  });

  it('as a bag of headers', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(headerValue, headerBag, (from, headers) => {
        const isOneOrNone = (value: string | null, values: readonly string[]) =>
          value === null ? values.length === 0 : values.includes(value);
        const name =
          parseNameAddr(from).displayName ?? parseNameAddr(findHeader(headers, 'From') ?? '').displayName;
        const rules = {
          'the subject is one of them': isOneOrNone(
            extractSubject(headers),
            valuesOf(headers, 'subject', 's'),
          ),
          'the Call-ID is one of them': isOneOrNone(
            extractCallId(headers),
            valuesOf(headers, 'call-id', 'i'),
          ),
          'the name is of the URI, else of the From header': extractDisplayName(from, headers) === name,
          'an identity has a URI': readIdentities(headers, 'P-Asserted-Identity').every(({ uri }) =>
            /^(?:sips?|tel):/i.test(uri),
          ),
          'a distrusted caller speaks for itself':
            identifyCaller(from, headers, { trustAsserted: false }).displayName === name,
          'a trusted caller has an address':
            from === '' || identifyCaller(from, headers, { trustAsserted: true }).address !== '',
        };
        expect(broken(rules)).toEqual([]);
      }),
      { numRuns: 100_000 },
    );
  });
});
