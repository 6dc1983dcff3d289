import type { UA } from 'jssip';
import RequestSender, { type InitialInvite } from 'jssip/lib/RequestSender.js';
import type { RTCSession } from 'jssip/lib/RTCSession';

/** What everybody takes unless they are told of a larger one (RFC 4028 §5). */
const usualMinSec = 90;
/** A timer can run for 24 days; nobody means more than one. */
export const longestIntervalSec = 86_400;
/** Each server on the way may name its own. */
const maxRaises = 4;

interface Response {
  readonly status_code: number;
  readonly getHeader: (name: string) => string | undefined;
}
type ReceiveResponse = (response: Response) => void;
type SendOffer = (options?: {
  readonly extraHeaders?: readonly string[];
  readonly eventHandlers?: { readonly failed?: (response?: Response) => void };
}) => void;

/** What JsSIP keeps of it (`RTCSession.js`), in seconds; it has no types for that. */
interface SessionTimers {
  defaultExpires: number;
  currentExpires: number | null;
}
/** JsSIP's status of a call whose INVITE has no answer yet; its enum is not exported. */
const inviteSent = 1;

/**
 * Asks anew, with a longer time between refreshes, where a server or the peer finds ours too short: with 422, whose Min-SE
 * every later offer of the call carries (RFC 4028 §7.3, §7.4). JsSIP takes each 422 for the end of what was asked. It stays
 * the same call.
 */
export function askForLongerInterval(session: RTCSession): void {
  const timers = Reflect.get(session, '_sessionTimers') as SessionTimers;
  let minSec = usualMinSec;
  let raises = 0;

  /** Whether a response names an interval that can be had. It is taken for the call then. */
  const wantsLonger = (response: Response | undefined): boolean => {
    if (response?.status_code !== 422 || raises === maxRaises) return false;
    const namedSec = Number(/^\s*(\d+)/.exec(response.getHeader('Min-SE') ?? '')?.[1]);
    if (!(namedSec > minSec && namedSec <= longestIntervalSec)) return false;
    raises += 1;
    minSec = namedSec;
    timers.defaultExpires = Math.max(timers.defaultExpires, minSec);
    if (timers.currentExpires !== null) timers.currentExpires = Math.max(timers.currentExpires, minSec);
    return true;
  };

  const receive = (Reflect.get(session, '_receiveInviteResponse') as ReceiveResponse).bind(session);
  const receiveOrAskAnew: ReceiveResponse = (response) => {
    if (session.isInProgress() && wantsLonger(response))
      inviteAgain(session, timers.defaultExpires, minSec, receiveOrAskAnew);
    else receive(response);
  };
  Reflect.set(session, '_receiveInviteResponse', receiveOrAskAnew);

  for (const name of ['_sendReinvite', '_sendUpdate']) {
    const send = (Reflect.get(session, name) as SendOffer).bind(session);
    const offer: SendOffer = (options = {}) => {
      const { extraHeaders = [], eventHandlers = {} } = options;
      send({
        ...options,
        extraHeaders: minSec === usualMinSec ? extraHeaders : [...extraHeaders, `Min-SE: ${minSec}`],
        eventHandlers: {
          ...eventHandlers,
          failed(response) {
            if (!session.isEnded() && wantsLonger(response)) offer(options);
            else eventHandlers.failed?.(response);
          },
        },
      });
    };
    Reflect.set(session, name, offer);
  }
}

/** Sends the INVITE that begins a call a second time, as JsSIP did the first time. */
function inviteAgain(
  session: RTCSession,
  expiresSec: number,
  minSec: number,
  receive: ReceiveResponse,
): void {
  const inside = session as unknown as {
    readonly onRequestTimeout: () => void;
    readonly onTransportError: () => void;
  };
  const setRequest = (request: InitialInvite) => Reflect.set(session, '_request', request);
  const request = (Reflect.get(session, '_request') as InitialInvite).clone();
  request.cseq += 1;
  request.setHeader('cseq', `${request.cseq} INVITE`);
  request.setHeader('session-expires', String(expiresSec));
  request.setHeader('min-se', String(minSec));
  setRequest(request);

  // What has rung does so no more (RFC 3261 §12.3), and numbers its requests by the INVITE before.
  const dialogs = Object.values(Reflect.get(session, '_earlyDialogs') as Record<string, EarlyDialog>);
  for (const dialog of dialogs) dialog.terminate();
  Reflect.set(session, '_earlyDialogs', {});
  // A CANCEL waits for the first answer to this INVITE.
  Reflect.set(session, '_status', inviteSent);

  new RequestSender(Reflect.get(session, '_ua') as UA, request, {
    onRequestTimeout: () => inside.onRequestTimeout(),
    onTransportError: () => inside.onTransportError(),
    onAuthenticated: setRequest,
    onReceiveResponse: receive as (response: object) => void,
  }).send();
}

interface EarlyDialog {
  readonly terminate: () => void;
}
