import { assertNever } from '../shared/assert-never.ts';

/** What the application answers when a call comes in. Source: seed 1, `CallAction`; `forward` is what its `CallDecision` declares and never produces. */
export type CallAction =
  | { readonly kind: 'accept' }
  /** Status 300 to 699, by default 603 Decline (RFC 3261 §21.6.2). */
  | { readonly kind: 'reject'; readonly statusCode?: number; readonly reason?: string }
  /** Decide later: the call goes on ringing. */
  | { readonly kind: 'ignore' }
  /** Send the caller to another address with 302 Moved Temporarily (RFC 3261 §21.3.3). */
  | { readonly kind: 'forward'; readonly targetUri: string };

/** What the stack has to do with an incoming session. Source: seed 1, `CallDecision`. */
export type CallDecision =
  /** Answer with 200. `sdp` is always null: the browser makes the answer. */
  | { readonly kind: 'accept'; readonly sdp: null }
  | { readonly kind: 'reject'; readonly statusCode: number; readonly reason: string }
  | { readonly kind: 'defer' }
  | { readonly kind: 'forward'; readonly statusCode: 302; readonly targetUri: string };

/** The application has nobody who could decide: 480 Temporarily Unavailable (RFC 3261 §21.4.18). */
export const noHandlerDecision: CallDecision = {
  kind: 'reject',
  statusCode: 480,
  reason: 'No event handler configured',
};

/** There are as many calls as the phone takes: 486 Busy Here (RFC 3261 §21.4.20). */
export const tooManyCallsDecision: CallDecision = { kind: 'reject', statusCode: 486, reason: 'Busy Here' };

/** What may not stand in a reason phrase: it would end the line. */
const breaksLine = /\p{Cc}/u;

/** A URI of any scheme, without anything that could leave the Contact that it goes into (RFC 3986 §3.1). */
const uri = /^[a-z][a-z\d+.-]*:[^\s<>"\p{Cc}]+$/iu;

/**
 * Translates the application's answer for the stack. Throws a RangeError for a status that refuses nothing, or for a text
 * that would break out of its header field.
 */
export function toDecision(action: CallAction): CallDecision {
  switch (action.kind) {
    case 'accept':
      return { kind: 'accept', sdp: null };
    case 'reject': {
      const { statusCode = 603, reason = 'Call rejected by user' } = action;
      if (!Number.isInteger(statusCode) || statusCode < 300 || statusCode > 699) {
        throw new RangeError(`A call is refused with 300 to 699, not with ${statusCode}.`);
      }
      if (breaksLine.test(reason)) throw new RangeError('A reason phrase is one line of text.');
      return { kind: 'reject', statusCode, reason };
    }
    case 'ignore':
      return { kind: 'defer' };
    case 'forward':
      if (!uri.test(action.targetUri)) throw new RangeError('A call is forwarded to one URI.');
      return { kind: 'forward', statusCode: 302, targetUri: action.targetUri };
    default:
      return assertNever(action);
  }
}
