import { shownName } from '../identity/display-name.ts';
import { displayText } from '../identity/display-text.ts';
import { parseNameAddr } from '../identity/name-addr.ts';
import type { CallId } from '../shared/ids.ts';
import type { CallInfo } from './call-info.ts';
import type { CallStoreState } from './call-store.ts';
import { isTalking } from './capabilities.ts';

/** The call with this id, live or in the history. */
export const selectCall = (state: CallStoreState, callId: CallId): CallInfo | undefined =>
  state.callInfo.get(callId);

/** The calls that are not over, in the order in which they began. A new array: select it with a shallow comparison. */
export const selectLiveCalls = (state: CallStoreState): readonly CallInfo[] => [...state.liveCalls.values()];

/** The calls that wait for the person's decision, oldest first. A new array: select it with a shallow comparison. */
export const selectIncomingCalls = (state: CallStoreState): readonly CallInfo[] =>
  selectLiveCalls(state).filter((call) => state.incomingCalls.has(call.callId));

/**
 * The call that a command without a name means: the one in which the person talks, else the only one that is not held, such as
 * one that is being placed, else the only one that was taken. Null where that is not clear.
 */
export function selectTalkingCall(state: CallStoreState): CallInfo | null {
  const taken = selectLiveCalls(state).filter((call) => !state.incomingCalls.has(call.callId));
  const active = taken.filter(({ onHold }) => !onHold);
  return active.find(isTalking) ?? only(active) ?? only(taken);
}

const only = (calls: readonly CallInfo[]): CallInfo | null =>
  calls.length === 1 ? (calls[0] ?? null) : null;

/** Who is at the other end, as a call and its recording carry it. */
export type RemoteParty = Pick<CallInfo, 'remoteUri' | 'remoteDisplayName'>;

/** The remote party's URI without display name and header parameters. */
export const remoteUriOf = ({ remoteUri }: Pick<RemoteParty, 'remoteUri'>): string =>
  parseNameAddr(remoteUri).uri;

/** The remote party's address as it is shown: `user@host` or a number, without scheme and parameters. */
export function remoteAddress(call: Pick<RemoteParty, 'remoteUri'>): string {
  const uri = remoteUriOf(call);
  const address = /^(?:sips?|tel):([^;?]*)/i.exec(uri)?.[1] ?? uri;
  return displayText(address);
}

/**
 * What the remote party is called: its display name unless that is a URI, else the user part of its address, else the
 * address.
 */
export function remoteName(call: RemoteParty): string {
  const name = shownName(call.remoteDisplayName);
  if (name !== '') return name;
  const address = remoteAddress(call);
  const at = address.lastIndexOf('@');
  const user = at > 0 ? shownName(unescapeUser(address.slice(0, at))) : '';
  return user === '' ? address : user;
}

/** RFC 3261 §25.1, `escaped`; the text as it stands when it is not well formed. */
function unescapeUser(user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}
