import type { AccountSettings } from '#core/config/phone-config.ts';
import { PhoneError, type PhoneErrorCode } from '#core/errors/phone-error.ts';
import type { AudioSource } from '#core/media/audio-source.ts';
import type { RtpCounters } from '#core/quality/rtp-counters.ts';
import { asSessionId, type SessionId } from '#core/shared/ids.ts';
import type { IncomingSession, SessionEvent } from '#core/signalling/session.ts';
import type { AccountEvent, CreateSignalling, SignallingListener } from '#core/signalling/signalling-port.ts';
import type { EventPackage, SubscriptionEvent, SubscriptionRequest } from '#core/signalling/subscription.ts';
import { createFakeSessions } from './fake-sessions.ts';

/** What the phone asked of the stack, in order. */
export type SignallingCommand =
  | { readonly kind: 'start' | 'stop' }
  | { readonly kind: 'invite'; readonly sessionId: SessionId; readonly targetUri: string }
  | { readonly kind: 'accept' | 'hangUp'; readonly sessionId: SessionId }
  | { readonly kind: 'reject'; readonly sessionId: SessionId; readonly sipCode: number }
  | {
      readonly kind:
        | 'mute'
        | 'unmute'
        | 'hold'
        | 'resume'
        | 'replaceMicrophone'
        | 'acceptTransfer'
        | 'declineTransfer';
      readonly sessionId: SessionId;
    }
  | { readonly kind: 'sendDtmf'; readonly sessionId: SessionId; readonly digits: string }
  | {
      readonly kind: 'transfer';
      readonly sessionId: SessionId;
      readonly targetUri: string;
      readonly replaces: SessionId | null;
    }
  | { readonly kind: 'redirect'; readonly sessionId: SessionId; readonly targetUri: string };

/** A signalling stack whose other end is the test. */
export interface FakeSignalling {
  readonly create: CreateSignalling;
  readonly commands: SignallingCommand[];
  /** What was asked to be watched, and to be watched no more, in order. */
  readonly watching: (SubscriptionRequest & { readonly kind: 'subscribe' | 'unsubscribe' })[];
  readonly microphones: AudioSource[];
  /** What a session sends now. */
  readonly sentBy: (sessionId: SessionId) => AudioSource | undefined;
  /** Whether what it sends is switched on. */
  readonly isSending: (sessionId: SessionId) => boolean;
  readonly account: () => AccountSettings | null;
  readonly accountEvent: (event: AccountEvent) => void;
  /** What comes of the live subscriptions to a target. */
  readonly subscriptionEvent: (request: SubscriptionRequest, event: SubscriptionEvent) => void;
  readonly unsolicited: (event: EventPackage, body: string) => void;
  readonly incoming: (session?: Partial<IncomingSession>) => SessionId;
  readonly sessionEvent: (sessionId: SessionId, event: SessionEvent) => void;
  /** What the counters say from now on, other than that each reading is a second without fault after the last. */
  readonly countersAre: (faults: Partial<RtpCounters>) => void;
  /** From now on the peer refuses to be held, resumed and transferred, and the last of several digits, with this code; null makes it agree again. */
  readonly refuseWith: (code: PhoneErrorCode | null) => void;
}

/** What is counted after so many seconds of a call with nothing wrong: 50 packets each. */
const faultless = (seconds: number): RtpCounters => ({
  atMs: seconds * 1000,
  packetsReceived: seconds * 50,
  packetsLost: 0,
  jitterMs: 2,
  jitterBufferDelayMs: seconds * 40_000,
  jitterBufferEmitted: seconds * 1000,
  packetsSent: seconds * 50,
  roundTripMs: 20,
  codec: 'opus',
});

/**
 * Makes it. Like JsSIP it reports the end that a command causes before the command returns, and nothing of a session that
 * is over, and `enable`s the track that it sends, which is another only a while after `replaceMicrophone`. What the other
 * end does is the test's to say.
 */
export function createFakeSignalling(
  enable: (sent: AudioSource, enabled: boolean) => void = () => {},
): FakeSignalling {
  const commands: SignallingCommand[] = [];
  const watching: FakeSignalling['watching'] = [];
  const microphones: AudioSource[] = [];
  const sent = new Map<SessionId, AudioSource>();
  const mutedSessions = new Set<SessionId>();
  const mutedAtSource = new Set<AudioSource>();
  const isToBeSilent = (sessionId: SessionId): boolean => {
    const track = sent.get(sessionId);
    return mutedSessions.has(sessionId) && (track === undefined || !mutedAtSource.has(track));
  };
  const subscriptions = new Set<{
    readonly request: SubscriptionRequest;
    readonly hear: (event: SubscriptionEvent) => void;
  }>();
  let listener: SignallingListener | null = null;
  let account: AccountSettings | null = null;
  let refusal: PhoneErrorCode | null = null;
  let count = 0;
  let seconds = 0;
  let faults: Partial<RtpCounters> = {};
  const nextSessionId = () => asSessionId(`session-${(count += 1)}`);

  const sessions = createFakeSessions((sessionId, event) => listener?.onSessionEvent(sessionId, event));

  const alive = async (sessionId: SessionId): Promise<void> => {
    if (!sessions.isLive(sessionId)) throw new PhoneError({ code: 'call/ended' });
  };
  const agreed = async (sessionId: SessionId): Promise<void> => {
    await alive(sessionId);
    if (refusal !== null) throw new PhoneError({ code: refusal });
  };

  return {
    commands,
    watching,
    microphones,
    sentBy: (sessionId) => sent.get(sessionId),
    isSending: (sessionId) => !isToBeSilent(sessionId),
    account: () => account,
    create(settings, _iceServers, given) {
      account = settings;
      listener = given;
      let stopped = false;
      return {
        start: () => commands.push({ kind: 'start' }),
        stop: () => {
          commands.push({ kind: 'stop' });
          if (stopped) return Promise.resolve();
          stopped = true;
          subscriptions.clear();
          sessions.endAll();
          given.onAccountEvent({ kind: 'unregistered' });
          return Promise.resolve();
        },
        subscribe(request, hear) {
          watching.push({ kind: 'subscribe', ...request });
          const subscription = { request, hear };
          subscriptions.add(subscription);
          return () => {
            if (subscriptions.delete(subscription)) watching.push({ kind: 'unsubscribe', ...request });
          };
        },
        has: sessions.isLive,
        invite(targetUri, microphone) {
          const sessionId = nextSessionId();
          sessions.open(sessionId, 'outgoing');
          sent.set(sessionId, microphone);
          microphones.push(microphone);
          commands.push({ kind: 'invite', sessionId, targetUri });
          return sessionId;
        },
        accept(sessionId, microphone) {
          sent.set(sessionId, microphone);
          microphones.push(microphone);
          commands.push({ kind: 'accept', sessionId });
        },
        reject(sessionId, sipCode) {
          commands.push({ kind: 'reject', sessionId, sipCode });
          sessions.end(sessionId);
        },
        redirect(sessionId, targetUri) {
          commands.push({ kind: 'redirect', sessionId, targetUri });
          sessions.end(sessionId);
        },
        setMuted(sessionId, muted) {
          commands.push({ kind: muted ? 'mute' : 'unmute', sessionId });
          if (mutedSessions.has(sessionId) === muted) return;
          if (muted) mutedSessions.add(sessionId);
          else mutedSessions.delete(sessionId);
          const track = sent.get(sessionId);
          if (track !== undefined) enable(track, !isToBeSilent(sessionId));
        },
        replaceMicrophone(sessionId, microphone, isMutedAtSource = false) {
          if (isMutedAtSource) mutedAtSource.add(microphone);
          microphones.push(microphone);
          commands.push({ kind: 'replaceMicrophone', sessionId });
          queueMicrotask(() => {
            sent.set(sessionId, microphone);
            enable(microphone, !isToBeSilent(sessionId));
          });
        },
        async hold(sessionId) {
          commands.push({ kind: 'hold', sessionId });
          await agreed(sessionId);
          sessions.report(sessionId, { kind: 'holdChanged', originator: 'local', onHold: true });
        },
        async resume(sessionId) {
          commands.push({ kind: 'resume', sessionId });
          await agreed(sessionId);
          sessions.report(sessionId, { kind: 'holdChanged', originator: 'local', onHold: false });
        },
        async sendDtmf(sessionId, digits, onSent = () => undefined) {
          commands.push({ kind: 'sendDtmf', sessionId, digits });
          await alive(sessionId);
          const taken = refusal === null ? digits : digits.slice(0, -1);
          for (const digit of taken) onSent(digit);
          await agreed(sessionId);
        },
        async transfer(sessionId, targetUri, replaces) {
          commands.push({ kind: 'transfer', sessionId, targetUri, replaces: replaces ?? null });
          await agreed(sessionId);
          sessions.report(sessionId, { kind: 'transferProgressed', status: 'Accepted' });
        },
        readCounters(sessionId) {
          if (!sessions.isAnswered(sessionId)) return Promise.resolve(null);
          seconds += 1;
          return Promise.resolve({ ...faultless(seconds), ...faults });
        },
        acceptTransfer(sessionId, microphone) {
          if (!sessions.isLive(sessionId)) return null;
          const adopted = nextSessionId();
          sessions.open(adopted, 'outgoing');
          microphones.push(microphone);
          commands.push({ kind: 'acceptTransfer', sessionId });
          return adopted;
        },
        declineTransfer(sessionId) {
          commands.push({ kind: 'declineTransfer', sessionId });
        },
        hangUp(sessionId) {
          commands.push({ kind: 'hangUp', sessionId });
          sessions.report(sessionId, { kind: 'terminating' });
          sessions.end(sessionId);
        },
      };
    },
    accountEvent: (event) => listener?.onAccountEvent(event),
    subscriptionEvent({ event: watched, targetUri }, event) {
      for (const subscription of subscriptions) {
        const { request, hear } = subscription;
        if (request.event !== watched || request.targetUri !== targetUri) continue;
        if (event.kind !== 'notified') subscriptions.delete(subscription);
        hear(event);
      }
    },
    unsolicited: (event, body) => listener?.onUnsolicited?.(event, body),
    incoming(session = {}) {
      const sessionId = session.sessionId ?? nextSessionId();
      sessions.open(sessionId, 'incoming');
      listener?.onIncomingSession({
        from: '"Bob" <sip:bob@example.com>;tag=1',
        to: '<sip:alice@example.com>',
        sdp: 'v=0',
        headers: { 'Call-ID': `${sessionId}@example.com` },
        ...session,
        sessionId,
      });
      return sessionId;
    },
    countersAre(given) {
      faults = given;
    },
    refuseWith(code) {
      refusal = code;
    },
    sessionEvent: sessions.report,
  };
}
