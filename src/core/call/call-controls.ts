import { PhoneError } from '../errors/phone-error.ts';
import type { PhoneErrorCode } from '../errors/phone-error.ts';
import type { CallId, SessionId } from '../shared/ids.ts';
import type { SignallingPort } from '../signalling/signalling-port.ts';
import { checkTransferTarget } from '../signalling/transfer-target.ts';
import { connectedCall } from './call-check.ts';
import type { ClientCallHandler } from './call-handler.ts';
import { callCapabilities } from './capabilities.ts';
import type { CallCapabilities } from './capabilities.ts';
import { checkDtmfDigits } from './dtmf.ts';
import { remoteUriOf } from './selectors.ts';

/**
 * What the person does with a call that is connected. Every command rejects with PhoneError `call/not-found`,
 * `call/ended` or `call/not-connected` where the call is not, with `call/not-possible-now` where its capabilities forbid
 * it, and with what the signalling rejects with; the call is then as it was. Source: seed 1, call controls.
 */
export interface CallControls {
  /** Resolves when the remote party has agreed; the call is `onHold` from then on. */
  readonly hold: (callId: CallId) => Promise<void>;
  /** The same, back. */
  readonly resume: (callId: CallId) => Promise<void>;
  /** Whether the person holds the call. Throws PhoneError `call/not-found`. */
  readonly isOnHold: (callId: CallId) => boolean;
  /**
   * Sends `0-9 A-D a-d * #`. Resolves when the last digit is on its way. Rejects with `call/invalid-digits` as well, and when
   * one could not be sent, after which none is; `onSent` hears of each that was.
   */
  readonly sendDtmf: (callId: CallId, digits: string, onSent?: (digit: string) => void) => Promise<void>;
  /**
   * Sends the remote party to a `sip:`, `sips:` or `tel:` URI. Resolves when it is willing to try; how that goes is in the
   * call's `transfer`. Rejects with `call/invalid-target` as well, and while another transfer of the call is under way.
   */
  readonly transfer: (callId: CallId, targetUri: string) => Promise<void>;
  /** Connects the remote parties of two different calls of ours, which both must be connected. Like `transfer`. */
  readonly transferToCall: (callId: CallId, consultation: CallId) => Promise<void>;
}

/** The part of the signalling that the controls use. */
type ControlPort = Pick<SignallingPort, 'hold' | 'resume' | 'sendDtmf' | 'transfer'>;

/** Builds the controls over the book of calls. `signalling` is null when nobody is signed in. */
export function createCallControls(
  calls: Pick<
    ClientCallHandler,
    'store' | 'onHoldAsked' | 'onDtmfSent' | 'onTransferStarted' | 'onTransferProgress'
  >,
  signalling: () => ControlPort | null,
): CallControls {
  const refuse = (code: PhoneErrorCode) => new PhoneError({ code });

  const sessionOf = (callId: CallId): SessionId => {
    const sessionId = calls.store.getState().sessionMapping.get(callId);
    if (sessionId === undefined) throw refuse('call/not-possible-now');
    return sessionId;
  };

  const port = (): ControlPort => {
    const current = signalling();
    if (current === null) throw refuse('call/not-registered');
    return current;
  };

  const able = (callId: CallId, capability: keyof CallCapabilities) => {
    const call = connectedCall(calls.store.getState(), callId);
    if (!callCapabilities(call)[capability]) throw refuse('call/not-possible-now');
    return call;
  };

  const changeHold = async (callId: CallId, change: 'holding' | 'resuming'): Promise<void> => {
    const current = port();
    const sessionId = sessionOf(callId);
    calls.onHoldAsked(callId, change);
    try {
      await (change === 'holding' ? current.hold(sessionId) : current.resume(sessionId));
    } finally {
      calls.onHoldAsked(callId, null);
    }
  };

  const startTransfer = async (callId: CallId, targetUri: string, consultation: CallId | null) => {
    const sessionId = sessionOf(callId);
    const replaces = consultation === null ? undefined : sessionOf(consultation);
    const current = port();
    calls.onTransferStarted(callId, targetUri, consultation);
    try {
      await current.transfer(sessionId, targetUri, replaces);
    } catch (error) {
      const reason = error instanceof PhoneError ? error.detail.code : String(error);
      calls.onTransferProgress(sessionId, { Failed: reason });
      throw error;
    }
  };

  return {
    async hold(callId) {
      able(callId, 'canHold');
      await changeHold(callId, 'holding');
    },
    async resume(callId) {
      able(callId, 'canResume');
      await changeHold(callId, 'resuming');
    },
    isOnHold(callId) {
      const call = calls.store.getState().callInfo.get(callId);
      if (call === undefined) throw refuse('call/not-found');
      return call.onHold;
    },
    async sendDtmf(callId, digits, onSent = () => undefined) {
      able(callId, 'canSendDtmf');
      checkDtmfDigits(digits);
      let sent = '';
      try {
        await port().sendDtmf(sessionOf(callId), digits, (digit) => {
          sent += digit;
          onSent(digit);
        });
      } finally {
        if (sent !== '') calls.onDtmfSent(callId, sent);
      }
    },
    async transfer(callId, targetUri) {
      able(callId, 'canTransfer');
      await startTransfer(callId, checkTransferTarget(targetUri), null);
    },
    async transferToCall(callId, consultation) {
      able(callId, 'canTransfer');
      const targetUri = remoteUriOf(able(consultation, 'canTransfer'));
      if (consultation === callId) throw refuse('call/not-possible-now');
      await startTransfer(callId, checkTransferTarget(targetUri), consultation);
    },
  };
}
