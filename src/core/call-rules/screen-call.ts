import { domainOf, resolveTarget, sameAddress } from '../signalling/sip-target.ts';
import type { AnswerRequest } from './answer-request.ts';
import type { CallRules, ForwardCondition } from './call-rules.ts';

/** A call that comes in, as far as the rules look at it. */
export interface ScreenedCall {
  /** Who says that they call. */
  readonly callerUri: string;
  /** Who calls, by the word that can be taken for it; null where there is none. */
  readonly knownUri: string | null;
  readonly request: AnswerRequest | null;
  /** Whether there is another call that is not over. */
  readonly isBusy: boolean;
  /** The account that is called: `alice@example.com`. */
  readonly ownAddress: string;
}

/** A call that the person is asked about, and what happens when they do not answer. */
export interface Ringing {
  readonly kind: 'ring';
  /** Where it goes after so long. */
  readonly forward: { readonly targetUri: string; readonly afterSec: number } | null;
  /** When the phone answers by itself; null when it does not. */
  readonly answerAfterSec: number | null;
}

/** What becomes of a call before the person is asked. */
export type Screening =
  | Ringing
  /** 480, which RFC 3261 §21.4.18 names for "do not disturb"; the caller's server may ring other phones of the person. */
  | { readonly kind: 'turnAway' }
  | { readonly kind: 'forward'; readonly targetUri: string };

/** A typed target as a SIP URI; null for one that makes no sense in this account. */
function resolve(typed: string, ownAddress: string): string | null {
  try {
    return resolveTarget(typed, domainOf(ownAddress));
  } catch {
    return null;
  }
}

/** Where a rule sends this call; null when it does not. Nobody is sent to themselves, nor back to who is called. */
function targetOf(
  condition: ForwardCondition,
  { forward }: CallRules,
  { callerUri, ownAddress }: ScreenedCall,
): string | null {
  const { isOn, target } = forward[condition];
  const uri = isOn ? resolve(target, ownAddress) : null;
  if (uri === null || sameAddress(uri, `sip:${ownAddress}`)) return null;
  return sameAddress(uri, callerUri) ? null : uri;
}

const splitCallers = (typed: string): readonly string[] =>
  typed
    .split(/[,;\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** The first in a list of callers that is neither a number nor an address; null when there is none. */
export const unreadableCaller = (typed: string): string | null =>
  splitCallers(typed).find((each) => resolve(each, 'nobody@localhost') === null) ?? null;

const isAllowed = (typed: string, { knownUri, ownAddress }: ScreenedCall): boolean =>
  knownUri !== null &&
  splitCallers(typed)
    .map((each) => resolve(each, ownAddress))
    .some((uri) => uri !== null && sameAddress(uri, knownUri));

/** Null when the person answers. Who asks to be answered by hand is, whatever else is set (RFC 5373 §4). */
function answerAfter({ autoAnswer }: CallRules, call: ScreenedCall): number | null {
  const { mode, allowedCallers, afterSec } = autoAnswer;
  const { request, isBusy } = call;
  if (mode === 'off' || isBusy || request?.kind === 'manual') return null;
  if (mode === 'always') return afterSec;
  return request !== null && isAllowed(allowedCallers, call) ? request.afterSec : null;
}

/**
 * What the person's rules make of a call, the strongest first: forwarding all calls; do not disturb, which counts as busy
 * where calls are forwarded when busy; forwarding when busy; then it rings, and is answered or sent on in its time.
 */
export function screenCall(rules: CallRules, call: ScreenedCall): Screening {
  const always = targetOf('always', rules, call);
  if (always !== null) return { kind: 'forward', targetUri: always };
  const whenBusy = rules.doNotDisturb || call.isBusy ? targetOf('whenBusy', rules, call) : null;
  if (whenBusy !== null) return { kind: 'forward', targetUri: whenBusy };
  if (rules.doNotDisturb) return { kind: 'turnAway' };
  const whenUnanswered = targetOf('whenUnanswered', rules, call);
  return {
    kind: 'ring',
    forward:
      whenUnanswered === null ? null : { targetUri: whenUnanswered, afterSec: rules.unansweredAfterSec },
    answerAfterSec: answerAfter(rules, call),
  };
}
