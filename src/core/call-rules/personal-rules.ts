import type { IdentityPolicy } from '../identity/caller-identity.ts';
import type { KeptText } from '../shared/kept-text.ts';
import type { CallId } from '../shared/ids.ts';
import type { IncomingSession } from '../signalling/session.ts';
import { createKeptRules, type KeptRules } from './kept-rules.ts';
import { screenCall, type Screening } from './screen-call.ts';
import { toScreenedCall } from './screened-call.ts';
import { createWaitingRules, type WaitingRules, type WaitingRulesDeps } from './waiting-rules.ts';

/** What the page sees of the rules. */
export interface OfferedRules extends Pick<WaitingRules, 'autoAnswers' | 'cancelAutoAnswer'> {
  readonly callRules: KeptRules;
}

/** What the phone does with calls by itself, as the person wants it. */
export interface PersonalRules extends Pick<WaitingRules, 'follow'> {
  readonly offered: OfferedRules;
  /** What becomes of a session that comes in now. */
  readonly screen: (session: IncomingSession) => Screening;
  /** Whether the person is being told that a call is about to be answered: it has stopped ringing. */
  readonly isWarning: (callId: CallId) => boolean;
}

/** What it is made of, besides what the rules of waiting calls need. */
export interface PersonalRulesDeps extends WaitingRulesDeps {
  readonly kept: KeptText;
  readonly identity: IdentityPolicy;
  /** Of the account that calls go out by: `alice@example.com`. */
  readonly ownAddress: () => string;
}

/** Makes them. */
export function createPersonalRules(deps: PersonalRulesDeps): PersonalRules {
  const { calls, kept, identity, ownAddress } = deps;
  const callRules = createKeptRules(kept, ownAddress);
  const { follow, autoAnswers, cancelAutoAnswer } = createWaitingRules(deps);
  return {
    follow,
    offered: { callRules, autoAnswers, cancelAutoAnswer },
    screen: (session) =>
      screenCall(callRules.store.getState(), {
        ...toScreenedCall(session, identity),
        isBusy: calls.getState().liveCalls.size > 0,
        ownAddress: session.accountId ?? ownAddress(),
      }),
    isWarning: (callId) => autoAnswers.getState().get(callId)?.phase === 'warning',
  };
}
