import { PhoneError } from '../errors/phone-error.ts';
import type { AudioSource } from '../media/audio-source.ts';
import { accountForTarget } from '../registration/account-state.ts';
import type { Accounts } from '../registration/accounts.ts';
import type { AccountId, CallId } from '../shared/ids.ts';
import { domainOf, resolveTarget } from '../signalling/sip-target.ts';
import type { ClientCallHandler } from './call-handler.ts';
import type { WithMicrophone } from './with-microphone.ts';

/** Builds the command that calls what the person typed. */
export function createPlaceCall(deps: {
  readonly calls: Pick<ClientCallHandler, 'registerOutgoingCall' | 'attachSession'>;
  readonly accounts: Pick<Accounts, 'store' | 'invite'>;
  readonly withMicrophone: WithMicrophone;
  readonly makeRoomFor: (callId: CallId) => Promise<void>;
  /** What the call's microphone gives by now: another one may have come in its place. */
  readonly microphoneOf: (callId: CallId) => AudioSource | null;
  readonly isOver: (callId: CallId) => boolean;
  readonly remember: (typed: string, accountId: AccountId) => void;
}): (typed: string, wanted?: AccountId | null) => CallId {
  const { calls, accounts, withMicrophone, makeRoomFor, microphoneOf, isOver, remember } = deps;
  return (typed, wanted = null) => {
    const account = accountForTarget(accounts.store.getState(), typed, wanted);
    if (account?.registration.status !== 'registered') {
      throw new PhoneError({ code: 'call/not-registered' });
    }
    const { accountId } = account;
    const targetUri = resolveTarget(typed, domainOf(accountId));
    const localUri = `sip:${account.settings.address}`;
    const callId = calls.registerOutgoingCall({ targetUri, localUri, accountId });
    remember(typed, accountId);
    void withMicrophone(
      callId,
      async (source) => {
        await makeRoomFor(callId);
        if (isOver(callId)) return;
        const sessionId = accounts.invite(accountId, targetUri, microphoneOf(callId) ?? source);
        if (sessionId !== null) calls.attachSession(callId, sessionId);
      },
      () => undefined,
    );
    return callId;
  };
}
