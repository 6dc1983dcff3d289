import { readKeptFields, toFields } from '../shared/kept-fields.ts';

/** When a call is sent on to somebody else. */
export type ForwardCondition = 'always' | 'whenBusy' | 'whenUnanswered';

/** All of them, in the order in which they are shown. */
export const forwardConditions: readonly ForwardCondition[] = ['always', 'whenBusy', 'whenUnanswered'];

/** Where calls are sent on. */
export interface ForwardRule {
  readonly isOn: boolean;
  /** A number or an address, as the person typed it: it is kept while the rule is off. */
  readonly target: string;
}

/** Which calls the phone answers without the person: none, those whose caller is allowed and asks for it, or all. */
export type AutoAnswerMode = 'off' | 'whenAsked' | 'always';

/** What the phone does with calls by itself. The person's own, of this device. */
export interface CallRules {
  readonly doNotDisturb: boolean;
  readonly forward: Readonly<Record<ForwardCondition, ForwardRule>>;
  /** After which time of ringing a call counts as unanswered, 5 to 120. */
  readonly unansweredAfterSec: number;
  readonly autoAnswer: {
    readonly mode: AutoAnswerMode;
    /** Who may be answered when they ask for it: numbers and addresses as typed, with commas or lines between them. */
    readonly allowedCallers: string;
    /** How long every call rings before it is answered, 0 to 60. */
    readonly afterSec: number;
  };
}

/** The shortest and the longest that a rule waits. */
export const unansweredAfterRangeSec = { min: 5, max: 120 } as const;
export const answerAfterRangeSec = { min: 0, max: 60 } as const;

const noForward: ForwardRule = { isOn: false, target: '' };

/** Every call rings until the person decides. */
export const noRules: CallRules = {
  doNotDisturb: false,
  forward: { always: noForward, whenBusy: noForward, whenUnanswered: noForward },
  unansweredAfterSec: 20,
  autoAnswer: { mode: 'off', allowedCallers: '', afterSec: 3 },
};

/** The ways to answer, in the order in which they are shown. */
export const autoAnswerModes: readonly AutoAnswerMode[] = ['off', 'whenAsked', 'always'];

const maxTextLength = 4096;
const toText = (value: unknown): string =>
  typeof value === 'string' && value.length <= maxTextLength ? value : '';

/** A whole number within the range, or the other. */
const toSeconds = (
  value: unknown,
  { min, max }: { readonly min: number; readonly max: number },
  otherwise: number,
): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : otherwise;

function toForwardRule(value: unknown): ForwardRule {
  const { isOn, target } = toFields(value);
  return { isOn: isOn === true, target: toText(target) };
}

/** Reads what was kept. What makes no sense of it is as if it had never been set. */
export function parseCallRules(kept: string | null): CallRules {
  const { doNotDisturb, forward, unansweredAfterSec, autoAnswer } = readKeptFields(kept);
  const { always, whenBusy, whenUnanswered } = toFields(forward);
  const { mode, allowedCallers, afterSec } = toFields(autoAnswer);
  return {
    doNotDisturb: doNotDisturb === true,
    forward: {
      always: toForwardRule(always),
      whenBusy: toForwardRule(whenBusy),
      whenUnanswered: toForwardRule(whenUnanswered),
    },
    unansweredAfterSec: toSeconds(unansweredAfterSec, unansweredAfterRangeSec, noRules.unansweredAfterSec),
    autoAnswer: {
      mode: autoAnswerModes.find((each) => each === mode) ?? 'off',
      allowedCallers: toText(allowedCallers),
      afterSec: toSeconds(afterSec, answerAfterRangeSec, noRules.autoAnswer.afterSec),
    },
  };
}
