import { errorTable, type ErrorRow } from '../errors/error-table.ts';
import type { PhoneErrorCode } from '../errors/phone-error.ts';
import type { CallEndCause } from './call-end.ts';
import { callEndTable, type CallEndKind, type CallEndTable } from './call-end-table.ts';
import type { CallInfo } from './call-info.ts';
import { remoteAddress, remoteName } from './selectors.ts';

/** Why a call ended, in words for the person: what happened, and the one thing to do where there is one. */
export interface CallEndWords {
  readonly sentence: string;
  readonly action: string | null;
}

/** The words of a language, as far as ends of calls need them. */
export interface CallEndCatalog {
  readonly callEnds: CallEndTable;
  readonly errors: Readonly<Record<PhoneErrorCode, Pick<ErrorRow, 'sentence' | 'action'>>>;
}

const english: CallEndCatalog = { callEnds: callEndTable, errors: errorTable };

/** What is told of an end: a kind of its own, or an error of ours. */
type Told = CallEndKind | PhoneErrorCode;

/** What a status says by itself, whatever its class. */
const byStatus: Readonly<Record<number, CallEndKind>> = {
  // RFC 3261 §21.4.15 and §21.4.16: this phone's INVITE requires nothing that could be left out, and names all that it can do.
  // And an interval of a session timer that cannot be had, RFC 4028 §6.
  420: 'conditionsRefused',
  421: 'conditionsRefused',
  422: 'conditionsRefused',
  // A call that comes back to the phone that placed it: the own address, or one that is forwarded there (RFC 3261 §8.2.2.2).
  482: 'loop',
};

const isIncoming = ({ direction }: CallInfo): boolean => direction === 'Incoming';

function hungUp(call: CallInfo): Told {
  const { wasConnectedWhenEnded: connected, end } = call;
  if (end?.initiator === 'remote') return isIncoming(call) && !connected ? 'missed' : 'hungUp';
  if (end?.initiator !== 'local') return 'ended';
  if (connected) return 'youHungUp';
  return isIncoming(call) ? 'youDeclined' : 'youGaveUp';
}

function cancelled(call: CallInfo): Told {
  if (call.wasConnectedWhenEnded || call.end?.initiator === 'local') return hungUp(call);
  return isIncoming(call) ? 'missed' : 'cancelled';
}

/** 408 and 480 mean nobody there and nobody willing, and both come after ringing and without. */
function unavailable(call: CallInfo): Told {
  // A request within the call, or the refresh of the session that it lives by (RFC 4028), had no answer.
  if (call.wasConnectedWhenEnded) return 'noSignOfLife';
  if (isIncoming(call)) return 'missedInDoNotDisturb';
  if (call.end?.initiator === 'unknown') return 'serverSilent';
  return call.rangAt === undefined ? 'cannotBeReached' : 'nobodyAnswered';
}

function redirected(call: CallInfo): Told {
  if (isIncoming(call)) return 'forwarded';
  return call.end?.movedTo === undefined ? 'moved' : 'movedTo';
}

const kinds: Readonly<Record<CallEndCause, (call: CallInfo) => Told>> = {
  'hung-up': hungUp,
  cancelled,
  'answered-elsewhere': () => 'answeredElsewhere',
  rejected: ({ end }) => (end?.initiator === 'local' ? 'youDeclined' : 'declined'),
  busy: (call) => (isIncoming(call) ? 'toldBusy' : 'busy'),
  'no-answer': (call) => (isIncoming(call) ? 'missed' : 'nobodyAnswered'),
  'not-found': () => 'notFound',
  gone: () => 'gone',
  'no-route': () => 'noRoute',
  'not-allowed': () => 'notAllowed',
  unavailable,
  redirected,
  'address-incomplete': () => 'incomplete',
  authentication: () => 'passwordRefused',
  'incompatible-media': () => 'call/media-failed',
  'media-lost': () => 'mediaLost',
  'connection-lost': ({ wasConnectedWhenEnded }) =>
    wasConnectedWhenEnded ? 'connectionLost' : 'connectionLostBefore',
  microphone: () => 'media/microphone-failed',
  'server-busy': () => 'serverBusy',
  // Within a call, its server or peer knows nothing of it any more (481).
  'server-error': ({ wasConnectedWhenEnded }) => (wasConnectedWhenEnded ? 'noSignOfLife' : 'serverError'),
  internal: () => 'internal/unexpected',
};

function whatEnded(call: CallInfo): Told {
  if (call.error !== null) return call.error.code;
  if (call.end === null) return 'ended';
  return byStatus[call.end.sipCode ?? 0] ?? kinds[call.end.cause](call);
}

const isKind = (told: Told, { callEnds }: CallEndCatalog): told is CallEndKind =>
  Object.hasOwn(callEnds, told);

/**
 * Why an ended call ended. An error of ours is told in the error table's words, everything else by cause, direction,
 * whether the call was answered, and who ended it. In English unless another language's words are given; `name` is what the
 * remote party is called.
 */
export function describeCallEnd(
  call: CallInfo,
  catalog: CallEndCatalog = english,
  name = remoteName(call),
): CallEndWords {
  const told = whatEnded(call);
  if (!isKind(told, catalog)) {
    const { sentence, action } = catalog.errors[told];
    return { sentence, action };
  }
  const { sentence, action } = catalog.callEnds[told];
  const movedTo = call.end?.movedTo;
  const shown = movedTo === undefined ? '' : remoteAddress({ remoteUri: movedTo });
  return { sentence: sentence(name, shown), action };
}
