import { splitHeaderValues } from '../identity/header-values.ts';
import { parseHeaderParameters, type HeaderParameters } from '../identity/header-parameters.ts';
import { findHeader } from '../identity/header-bag.ts';

/** What a caller's phone asks: to be answered without the person after so many seconds, or by the person in any case. */
export type AnswerRequest =
  | { readonly kind: 'automatic'; readonly afterSec: number }
  | { readonly kind: 'manual' };

type Headers = Readonly<Record<string, string>>;

/** A minute: who asks for more asks for something else. */
const longestSec = 60;
const asksForAnswer = /^(?:alert-?auto-?answer|auto[ -]?answer|ring[ -]?answer|intercom)$/i;

/** The parameters of a value, which may have a URI in front of them, a bare word, or nothing. */
function takeApart(value: string): { readonly word: string; readonly parameters: HeaderParameters } {
  const end = value.startsWith('<') ? value.indexOf('>') + 1 : value.search(/;|$/);
  const first = value.slice(0, end).trim();
  // Some phones write the parameters without anything before them.
  const isParameter = !first.startsWith('<') && first.includes('=');
  return {
    word: first,
    parameters: parseHeaderParameters(isParameter ? `;${value}` : value, isParameter ? 0 : end),
  };
}

const toSeconds = (value: string | null | undefined): number | null =>
  value != null && /^\d{1,4}$/.test(value.trim()) && Number(value) <= longestSec ? Number(value) : null;

/** RFC 5373 §3: `Answer-Mode: Auto` or `Manual`, with parameters. */
function readAnswerMode(headers: Headers): AnswerRequest | null {
  const given = findHeader(headers, 'Priv-Answer-Mode') ?? findHeader(headers, 'Answer-Mode');
  const mode = given?.split(';')[0]?.trim().toLowerCase();
  if (mode === 'manual') return { kind: 'manual' };
  return mode === 'auto' ? { kind: 'automatic', afterSec: 0 } : null;
}

/** What telephones and exchanges send without an RFC: `answer-after=2`, `info=alert-autoanswer;delay=2`, `Auto Answer`. */
function readInfo(headers: Headers, name: 'Call-Info' | 'Alert-Info'): AnswerRequest | null {
  for (const value of splitHeaderValues(findHeader(headers, name) ?? '')) {
    const { word, parameters } = takeApart(value);
    const afterSec = toSeconds(parameters.get('answer-after'));
    if (afterSec !== null) return { kind: 'automatic', afterSec };
    if (asksForAnswer.test(parameters.get('info')?.trim() ?? '') || asksForAnswer.test(word)) {
      return { kind: 'automatic', afterSec: toSeconds(parameters.get('delay')) ?? 0 };
    }
  }
  return null;
}

/**
 * What the caller's phone asks about answering, in Answer-Mode and Priv-Answer-Mode (RFC 5373), Call-Info or Alert-Info
 * (RFC 3261 §20.9 and §20.4 with the parameters of phone makers). Null when it asks for nothing. A stranger's wish:
 * whether it is granted is another question.
 */
export const readAnswerRequest = (headers: Headers): AnswerRequest | null =>
  readAnswerMode(headers) ?? readInfo(headers, 'Call-Info') ?? readInfo(headers, 'Alert-Info');
