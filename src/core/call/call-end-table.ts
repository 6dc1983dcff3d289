/** What can be told of the end of a call. */
export type CallEndKind =
  | 'ended'
  | 'missed'
  | 'missedInDoNotDisturb'
  | 'answeredElsewhere'
  | 'forwarded'
  | 'toldBusy'
  | 'youHungUp'
  | 'youGaveUp'
  | 'youDeclined'
  | 'hungUp'
  | 'cancelled'
  | 'declined'
  | 'busy'
  | 'nobodyAnswered'
  | 'cannotBeReached'
  | 'serverSilent'
  | 'moved'
  | 'movedTo'
  | 'notFound'
  | 'gone'
  | 'noRoute'
  | 'notAllowed'
  | 'incomplete'
  | 'loop'
  | 'conditionsRefused'
  | 'noSignOfLife'
  | 'passwordRefused'
  | 'mediaLost'
  | 'connectionLost'
  | 'connectionLostBefore'
  | 'serverBusy'
  | 'serverError';

/** What happened, with whom, and the one thing to do where there is one. */
export interface CallEndRow {
  /** `movedTo` is empty where no address was given. */
  readonly sentence: (name: string, movedTo: string) => string;
  readonly action: string | null;
}

/** The words for each. */
export type CallEndTable = Readonly<Record<CallEndKind, CallEndRow>>;

const row = (sentence: CallEndRow['sentence'], action: string | null = null): CallEndRow => ({
  sentence,
  action,
});

const tryLater = 'Try again later.';
const checkNetwork = 'Check your network, then call again.';

/** In English. Shown as they stand. */
export const callEndTable: CallEndTable = {
  ended: row(() => 'The call ended.'),
  missed: row((name) => `You missed a call from ${name}.`),
  missedInDoNotDisturb: row((name) => `You missed a call from ${name}, because do not disturb was on.`),
  answeredElsewhere: row(() => 'The call was answered on another device.'),
  forwarded: row(
    (name, movedTo) => `The call from ${name} was forwarded to ${movedTo || 'another address'}.`,
  ),
  toldBusy: row((name) => `${name} was told that you are busy.`),
  youHungUp: row(() => 'You hung up.'),
  youGaveUp: row((name) => `You hung up before ${name} answered.`),
  youDeclined: row(() => 'You declined the call.'),
  hungUp: row((name) => `${name} hung up.`),
  cancelled: row(() => 'The call was cancelled.'),
  declined: row((name) => `${name} declined the call.`),
  busy: row((name) => `${name} is busy.`, tryLater),
  nobodyAnswered: row(() => 'Nobody answered.', tryLater),
  cannotBeReached: row((name) => `${name} cannot be reached right now.`, tryLater),
  serverSilent: row(() => 'The server did not answer.', checkNetwork),
  moved: row((name) => `${name} has moved to another address.`, 'Ask for the new address.'),
  movedTo: row((name, movedTo) => `${name} asks you to call ${movedTo} instead.`),
  notFound: row(() => 'This number or address does not exist.', 'Check it, then call again.'),
  gone: row(() => 'This number or address is no longer in use.', 'Ask for the new one.'),
  noRoute: row(() => 'The server found no way to this number or address.', 'Check it, then call again.'),
  notAllowed: row(
    () => 'You may not call this number or address.',
    'Ask whoever runs your telephone system.',
  ),
  incomplete: row(() => 'The number is not complete.', 'Check the number, then call again.'),
  loop: row(() => 'This call leads back to your own phone.', 'Call another number or address.'),
  conditionsRefused: row(
    () => 'The server wants something of this phone that it cannot do.',
    'Ask whoever runs your telephone system.',
  ),
  noSignOfLife: row(() => 'The other phone gave no sign of life any more.', 'Call again.'),
  passwordRefused: row(
    () => 'The server did not accept your password for this call.',
    'Sign out and sign in again.',
  ),
  mediaLost: row(() => 'The two phones could not hear each other any more.', checkNetwork),
  connectionLost: row(() => 'The connection to the server was lost, and the call with it.', checkNetwork),
  connectionLostBefore: row(() => 'The connection was lost before the call began.', checkNetwork),
  serverBusy: row(() => 'The server takes no calls right now.', 'Try again in a few minutes.'),
  serverError: row(() => 'The server could not connect this call.', 'Try again in a moment.'),
};
