import type { AccountSettings } from '#core/config/phone-config.ts';
import type { AudioSource } from '#core/media/audio-source.ts';
import { asSessionId, type SessionId } from '#core/shared/ids.ts';
import type { IncomingSession, SessionEvent } from '#core/signalling/session.ts';
import type { AccountEvent, CreateSignalling, SignallingListener } from '#core/signalling/signalling-port.ts';
import { createFakeSessions } from './fake-sessions.ts';

/** What the phone asked of the stack, in order. */
export type SignallingCommand =
  | { readonly kind: 'start' | 'stop' }
  | { readonly kind: 'invite'; readonly sessionId: SessionId; readonly targetUri: string }
  | { readonly kind: 'accept' | 'hangUp'; readonly sessionId: SessionId }
  | { readonly kind: 'reject'; readonly sessionId: SessionId; readonly sipCode: number }
  | { readonly kind: 'redirect'; readonly sessionId: SessionId; readonly targetUri: string };

/** A signalling stack whose other end is the test. */
export interface FakeSignalling {
  readonly create: CreateSignalling;
  readonly commands: SignallingCommand[];
  readonly microphones: AudioSource[];
  readonly account: () => AccountSettings | null;
  readonly accountEvent: (event: AccountEvent) => void;
  readonly incoming: (session?: Partial<IncomingSession>) => SessionId;
  readonly sessionEvent: (sessionId: SessionId, event: SessionEvent) => void;
}

/**
 * Makes it. Like JsSIP it reports the end that a command causes before the command returns, and nothing of a session that
 * is over. What the other end does is the test's to say.
 */
export function createFakeSignalling(): FakeSignalling {
  const commands: SignallingCommand[] = [];
  const microphones: AudioSource[] = [];
  let listener: SignallingListener | null = null;
  let account: AccountSettings | null = null;
  let count = 0;
  const nextSessionId = () => asSessionId(`session-${(count += 1)}`);
  const sessions = createFakeSessions((sessionId, event) => listener?.onSessionEvent(sessionId, event));

  return {
    commands,
    microphones,
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
          sessions.endAll();
          given.onAccountEvent({ kind: 'unregistered' });
          return Promise.resolve();
        },
        invite(targetUri, microphone) {
          const sessionId = nextSessionId();
          sessions.open(sessionId, 'outgoing');
          microphones.push(microphone);
          commands.push({ kind: 'invite', sessionId, targetUri });
          return sessionId;
        },
        accept(sessionId, microphone) {
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
        hangUp(sessionId) {
          commands.push({ kind: 'hangUp', sessionId });
          sessions.report(sessionId, { kind: 'terminating' });
          sessions.end(sessionId);
        },
      };
    },
    accountEvent: (event) => listener?.onAccountEvent(event),
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
    sessionEvent: sessions.report,
  };
}
