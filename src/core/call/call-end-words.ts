import { errorTable } from '../errors/error-table.ts';
import type { PhoneErrorCode } from '../errors/phone-error.ts';
import type { CallEnd, CallEndCause } from './call-end.ts';
import type { CallInfo } from './call-info.ts';
import { remoteAddress, remoteName } from './selectors.ts';

/** Why a call ended, in words for the person: what happened, and the one thing to do where there is one. */
export interface CallEndWords {
  readonly sentence: string;
  readonly action: string | null;
}

interface EndedCall {
  readonly name: string;
  readonly incoming: boolean;
  readonly connected: boolean;
  readonly initiator: CallEnd['initiator'];
  /** Whether the other phone has rung. */
  readonly rang: boolean;
  /** Where the call was sent on, as it is shown; null where it was not. */
  readonly movedTo: string | null;
}

const say = (sentence: string, action: string | null = null): CallEndWords => ({ sentence, action });

function fromTable(code: PhoneErrorCode): CallEndWords {
  const { sentence, action } = errorTable[code];
  return { sentence, action };
}

const missed = ({ name }: EndedCall): CallEndWords => say(`You missed a call from ${name}.`);

/** A call that comes back to the phone that placed it: the own address, or one that is forwarded there (RFC 3261 §8.2.2.2). */
const loopDetected = 482;

const tryLater = 'Try again later.';
const checkNetwork = 'Check your network, then call again.';

function hungUp(call: EndedCall): CallEndWords {
  if (call.initiator === 'unknown') return say('The call ended.');
  if (call.initiator === 'remote') {
    return call.incoming && !call.connected ? missed(call) : say(`${call.name} hung up.`);
  }
  if (call.connected) return say('You hung up.');
  return call.incoming ? say('You declined the call.') : say(`You hung up before ${call.name} answered.`);
}

function cancelled(call: EndedCall): CallEndWords {
  if (call.connected || call.initiator === 'local') return hungUp(call);
  return call.incoming ? missed(call) : say('The call was cancelled.');
}

function rejected({ name, initiator }: EndedCall): CallEndWords {
  return say(initiator === 'local' ? 'You declined the call.' : `${name} declined the call.`);
}

const nobodyAnswered = say('Nobody answered.', 'Try again later.');

/** 408 and 480 mean nobody there and nobody willing, and both come after ringing and without. */
function unavailable({ name, incoming, initiator, rang }: EndedCall): CallEndWords {
  if (incoming) return say(`You missed a call from ${name}, because do not disturb was on.`);
  if (initiator === 'unknown') return say('The server did not answer.', checkNetwork);
  return rang ? nobodyAnswered : say(`${name} cannot be reached right now.`, tryLater);
}

function redirected({ name, incoming, movedTo }: EndedCall): CallEndWords {
  if (incoming) return say(`The call from ${name} was forwarded to ${movedTo ?? 'another address'}.`);
  if (movedTo === null) return say(`${name} has moved to another address.`, 'Ask for the new address.');
  return say(`${name} asks you to call ${movedTo} instead.`);
}

function connectionLost({ connected }: EndedCall): CallEndWords {
  return connected
    ? say('The connection to the server was lost, and the call with it.', checkNetwork)
    : say('The connection was lost before the call began.', checkNetwork);
}

const words: Readonly<Record<CallEndCause, (call: EndedCall) => CallEndWords>> = {
  'hung-up': hungUp,
  cancelled,
  'answered-elsewhere': () => say('The call was answered on another device.'),
  rejected,
  busy: ({ name, incoming }) =>
    incoming ? say(`${name} was told that you are busy.`) : say(`${name} is busy.`, tryLater),
  'no-answer': (call) => (call.incoming ? missed(call) : nobodyAnswered),
  'not-found': () => say('This number or address does not exist.', 'Check it, then call again.'),
  gone: () => say('This number or address is no longer in use.', 'Ask for the new one.'),
  'no-route': () => say('The server found no way to this number or address.', 'Check it, then call again.'),
  'not-allowed': () =>
    say('You may not call this number or address.', 'Ask whoever runs your telephone system.'),
  unavailable,
  redirected,
  'address-incomplete': () => say('The number is not complete.', 'Check the number, then call again.'),
  authentication: () =>
    say('The server did not accept your password for this call.', 'Sign out and sign in again.'),
  'incompatible-media': () => fromTable('call/media-failed'),
  'media-lost': () => say('The two phones could not hear each other any more.', checkNetwork),
  'connection-lost': connectionLost,
  microphone: () => fromTable('media/microphone-failed'),
  'server-busy': () => say('The server takes no calls right now.', 'Try again in a few minutes.'),
  'server-error': () => say('The server could not connect this call.', 'Try again in a moment.'),
  internal: () => fromTable('internal/unexpected'),
};

/**
 * Why an ended call ended. An error of ours is told in the error table's words, everything else by cause, direction,
 * whether the call was answered, and who ended it.
 */
export function describeCallEnd(call: CallInfo): CallEndWords {
  if (call.error !== null) return fromTable(call.error.code);
  if (call.end === null) return say('The call ended.');
  if (call.end.sipCode === loopDetected) {
    return say('This call leads back to your own phone.', 'Call another number or address.');
  }
  return words[call.end.cause]({
    name: remoteName(call),
    incoming: call.direction === 'Incoming',
    connected: call.wasConnectedWhenEnded,
    initiator: call.end.initiator,
    rang: call.rangAt !== undefined,
    movedTo: call.end.movedTo === undefined ? null : remoteAddress({ remoteUri: call.end.movedTo }),
  });
}
