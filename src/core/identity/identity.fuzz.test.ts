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

/** Fails with a message of few words: `expect` would cost more than what is tested. */
function check(holds: boolean, rule: string): void {
  if (!holds) throw new Error(rule);
}

describe('what a stranger may send', () => {
  it('as a From header', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(headerValue, (value) => {
        const { displayName, uri, parameters } = parseNameAddr(value);
        check(!/[\r\n]/.test(`${displayName}${uri}`), 'folds are undone');
        check(unfold(value).includes(uri), 'the URI is a piece of the value');
        check(displayName === null || displayName.trim() !== '', 'a name is not blank');
        for (const name of parameters.keys()) {
          check(name !== '' && name === name.toLowerCase(), 'a parameter has a name in lower case');
        }
        const shown = displayText(displayName ?? '');
        check(!/[\p{Cc}\p{Cf}\p{Cs}]/u.test(shown), 'nothing invisible is shown');
        check(shown.length <= 160, 'a name is clipped');

        if (displayName === null || uri.includes('>')) return;
        const written = `"${displayName.replaceAll(/["\\]/g, '\\$&')}" <${uri}>`;
        const again = parseNameAddr(written);
        check(
          again.displayName === displayName && again.uri === uri,
          'what was read can be written and read',
        );
      }),
      { numRuns: 100_000 },
    );
  });

  it('as a bag of headers', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(headerValue, headerBag, (from, headers) => {
        const subjects = valuesOf(headers, 'subject', 's');
        const subject = extractSubject(headers);
        check(
          subject === null ? subjects.length === 0 : subjects.includes(subject),
          'the subject is one of them',
        );
        const callIds = valuesOf(headers, 'call-id', 'i');
        const callId = extractCallId(headers);
        check(
          callId === null ? callIds.length === 0 : callIds.includes(callId),
          'the Call-ID is one of them',
        );

        const ownName = parseNameAddr(from).displayName;
        const name = ownName ?? parseNameAddr(findHeader(headers, 'From') ?? '').displayName;
        check(extractDisplayName(from, headers) === name, 'the name is of the URI, else of the From header');

        for (const identity of readIdentities(headers, 'P-Asserted-Identity')) {
          check(/^(?:sips?|tel):/i.test(identity.uri), 'an identity has a URI');
        }
        const distrusted = identifyCaller(from, headers, { trustAsserted: false });
        check(distrusted.address === from && distrusted.displayName === name, 'the sender speaks for itself');
        const trusted = identifyCaller(from, headers, { trustAsserted: true });
        check(trusted.address !== '' || from === '', 'a caller has an address');
      }),
      { numRuns: 50_000 },
    );
  });
});
