import type { PhoneErrorDetail } from '../errors/phone-error.ts';
import type { CandidateType } from '../media/candidate-types.ts';
import type { AccountsState } from '../registration/account-state.ts';
import type { RegistrationState } from '../registration/registration-state.ts';

/** `opening`: the browser may be asking the person. `silent`: it was listened to, and nothing was heard. */
export type MicrophoneCheck =
  | { readonly phase: 'opening' | 'listening' | 'heard' | 'silent' }
  | { readonly phase: 'failed'; readonly error: PhoneErrorDetail };

/** `asking`: a tone was played, and only the person knows. `in-call`: none is played into a call. */
export type SpeakerCheck = 'waiting' | 'asking' | 'heard' | 'unheard' | 'blocked' | 'in-call';

/** Whether every account has a server that answers. */
export type ServerCheck =
  | { readonly phase: 'checking' | 'reached' }
  | {
      readonly phase: 'failed';
      readonly error: PhoneErrorDetail;
      /** False when not even the server of the page answers. */
      readonly isPageReachable: boolean;
    };

/** By which ways sound could go, and by which it should. */
export type SoundWayCheck =
  | { readonly phase: 'checking' }
  | {
      readonly phase: 'gathered';
      readonly found: readonly CandidateType[];
      readonly missing: readonly CandidateType[];
    };

/** What a check has found so far. Of the accounts it keeps nothing: theirs is in their own store. */
export interface PhoneCheckState {
  readonly microphone: MicrophoneCheck;
  readonly speaker: SpeakerCheck;
  readonly server: ServerCheck;
  readonly soundWay: SoundWayCheck;
}

/** `open`: nothing can be said. */
export type Verdict = 'pending' | 'well' | 'problem' | 'open';

export function microphoneVerdict({ phase }: MicrophoneCheck): Verdict {
  if (phase === 'opening' || phase === 'listening') return 'pending';
  return phase === 'heard' ? 'well' : 'problem';
}

const speakerVerdicts: Readonly<Record<SpeakerCheck, Verdict>> = {
  waiting: 'pending',
  asking: 'pending',
  heard: 'well',
  unheard: 'problem',
  blocked: 'problem',
  'in-call': 'open',
};
export const speakerVerdict = (check: SpeakerCheck): Verdict => speakerVerdicts[check];

export function serverVerdict({ phase }: ServerCheck): Verdict {
  if (phase === 'checking') return 'pending';
  return phase === 'reached' ? 'well' : 'problem';
}

/**
 * What is missing for sound to go everywhere: `everything`, or what the relay or the STUN server of the deployment should
 * have given. Null when nothing is. Who has a relay needs nothing else.
 */
export function missingSoundWay(check: SoundWayCheck): 'everything' | 'relay' | 'srflx' | null {
  if (check.phase === 'checking' || check.found.includes('relay')) return null;
  if (check.found.length === 0) return 'everything';
  if (check.missing.includes('relay')) return 'relay';
  return check.missing.includes('srflx') ? 'srflx' : null;
}

export function soundWayVerdict(check: SoundWayCheck): Verdict {
  if (check.phase === 'checking') return 'pending';
  return missingSoundWay(check) === null ? 'well' : 'problem';
}

function registrationVerdict(registration: RegistrationState): Verdict {
  if (registration.status === 'registered') return 'well';
  // One that was lost, or refused, goes on trying: nobody waits for that.
  return registration.status === 'connecting' && registration.error === null ? 'pending' : 'problem';
}

/** Of each account, in their order; `open` when nobody is signed in. */
export function accountVerdicts({ accounts }: AccountsState): readonly Verdict[] {
  if (accounts.size === 0) return ['open'];
  return [...accounts.values()].map(({ registration }) => registrationVerdict(registration));
}

/** How many things are not well; null while something is still being looked at. */
export function countProblems(check: PhoneCheckState, accounts: AccountsState): number | null {
  const verdicts = [
    microphoneVerdict(check.microphone),
    speakerVerdict(check.speaker),
    serverVerdict(check.server),
    soundWayVerdict(check.soundWay),
    ...accountVerdicts(accounts),
  ];
  return verdicts.includes('pending') ? null : verdicts.filter((verdict) => verdict === 'problem').length;
}
