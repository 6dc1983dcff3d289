import type { CallEnd } from '#core/call/call-end.ts';
import type { FinalCallState } from '#core/call/call-state.ts';
import { PhoneError } from '#core/errors/phone-error.ts';
import { asSessionId, type SessionId } from '#core/shared/ids.ts';
import type { SessionEvent } from '#core/signalling/session.ts';
import type { AccountEvent, CreateSignalling } from '#core/signalling/signalling-port.ts';
import { fakeSource } from './fake-media.ts';
import { createFakeSignalling, type FakeSignalling } from './fake-signalling.ts';

/** One end of a call: a phone, and its own name for the session. */
interface End {
  readonly fake: FakeSignalling;
  readonly sessionId: SessionId;
}

interface Call {
  readonly caller: End;
  /** Null until it rings. */
  callee: End | null;
  isAnswered: boolean;
}

/** The server between the fake phones of a test. */
export interface FakeExchange {
  readonly create: CreateSignalling;
  readonly serverUrl: string;
  readonly unreachableUrl: string;
  /** Breaks every connection, and lets none be opened until it comes back. */
  readonly goAway: () => void;
  readonly comeBack: () => void;
}

/** What a final response is called at the caller's. */
const causes: Readonly<Record<number, CallEnd['cause']>> = {
  302: 'redirected',
  404: 'not-found',
  480: 'unavailable',
  486: 'busy',
  603: 'rejected',
};
const sdp = 'v=0';

/** Makes it. As the real one does, it refuses calls to `busy` and to phones that are not there. `passwords`: user → password. */
export function createFakeExchange(passwords: ReadonlyMap<string, string>): FakeExchange {
  const serverUrl = 'wss://exchange.example.com';
  const registered = new Map<string, FakeSignalling>();
  const calls = new Set<Call>();
  /** Who is started, and how they connect. */
  const phones = new Map<FakeSignalling, () => void>();
  /** What waits for the server, and who would say it. */
  const unsent: { readonly from: FakeSignalling; readonly send: () => void }[] = [];
  let isAway = false;
  let count = 0;

  const tell = (end: End, ...events: readonly SessionEvent[]) => {
    for (const event of events) end.fake.sessionEvent(end.sessionId, event);
  };
  const isEnd = (end: End | null, { fake, sessionId }: End) =>
    end?.fake === fake && end.sessionId === sessionId;

  const register = (user: string, password: string, fake: FakeSignalling): AccountEvent => {
    const expected = passwords.get(user);
    if (expected === undefined) return signInFailed('registration/unknown-account');
    if (expected !== password) return signInFailed('registration/wrong-password');
    registered.set(user, fake);
    return { kind: 'registered' };
  };

  const whyNot = (user: string): number => {
    if (user === 'busy') return 486;
    return passwords.has(user) ? 480 : 404;
  };

  const route = (call: Call, from: string, to: string) => {
    if (!calls.has(call)) return;
    const sipCallId = `call-${(count += 1)}@exchange`;
    tell(call.caller, { kind: 'inviteSent', sipCallId });
    if (isAway) {
      calls.delete(call);
      tell(call.caller, lost);
      return;
    }
    const user = userOf(to);
    const fake = registered.get(user);
    if (fake === undefined) {
      calls.delete(call);
      tell(call.caller, refused(whyNot(user)));
      return;
    }
    const sessionId = asSessionId(`incoming-${count}`);
    call.callee = { fake, sessionId };
    const headers = { From: `${from};tag=${count}`, To: `<${to}>`, 'Call-ID': sipCallId };
    fake.incoming({ sessionId, from: headers.From, to: headers.To, sdp, headers });
    tell(call.caller, { kind: 'progressed', sipCode: 180, reason: 'Ringing' });
  };

  const answer = (end: End) => {
    const call = [...calls].find(({ callee, isAnswered }) => isEnd(callee, end) && !isAnswered);
    if (call === undefined) return;
    call.isAnswered = true;
    const accepted = { kind: 'accepted', localSdp: sdp, remoteSdp: sdp } as const;
    tell(end, accepted, { kind: 'remoteAudioChanged', source: fakeSource('caller') });
    tell(call.caller, { kind: 'remoteAudioChanged', source: fakeSource('callee') }, accepted, {
      kind: 'confirmed',
    });
    tell(call.caller, { kind: 'mediaConnected' }, { kind: 'remoteAudioBegan' });
    tell(end, { kind: 'confirmed' }, { kind: 'mediaConnected' });
  };

  const callOf = (end: End) =>
    [...calls].find(({ caller, callee }) => isEnd(caller, end) || isEnd(callee, end));

  /** Tells the other end, when one has held the call or resumed it. */
  const hold = (end: End, onHold: boolean) => {
    const call = callOf(end);
    const other = call !== undefined && isEnd(call.caller, end) ? call.callee : call?.caller;
    if (other) tell(other, { kind: 'holdChanged', originator: 'remote', onHold });
  };

  /** Tells the other end, when one has left. */
  const leave = (end: End, sipCode = 480) => {
    const call = callOf(end);
    if (call === undefined) return;
    calls.delete(call);
    const isCaller = isEnd(call.caller, end);
    const other = isCaller ? call.callee : call.caller;
    if (other === null) return;
    const unanswered = isCaller ? ended('Cancelled', 'cancelled') : refused(sipCode);
    const send = () => tell(other, call.isAnswered ? ended('Terminated', 'hung-up', true) : unanswered);
    if (isAway) unsent.push({ from: end.fake, send });
    else queueMicrotask(send);
  };

  const goAway = () => {
    isAway = true;
    registered.clear();
    for (const fake of phones.keys()) {
      fake.accountEvent({ kind: 'disconnected', error: { code: 'signalling/transport-lost' } });
    }
    for (const call of calls) {
      if (call.isAnswered) continue;
      calls.delete(call);
      tell(call.caller, lost);
      if (call.callee !== null) tell(call.callee, lost);
    }
  };

  const comeBack = () => {
    isAway = false;
    for (const connect of phones.values()) connect();
    for (const { from, send } of unsent.splice(0)) if (phones.has(from)) send();
  };

  const create: CreateSignalling = (account, iceServers, listener) => {
    const fake = createFakeSignalling();
    const port = fake.create(account, iceServers, listener);
    const user = userOf(account.address);
    const from = `"${account.displayName ?? ''}" <sip:${account.address}>`;
    const password = account.credentials.kind === 'password' ? account.credentials.password : '';
    const [server] = account.servers;

    const connect = () => {
      fake.accountEvent({ kind: 'connecting' });
      if (server !== serverUrl || isAway) {
        fake.accountEvent({ kind: 'disconnected', error: { code: 'signalling/server-unreachable' } });
        return;
      }
      fake.accountEvent({ kind: 'connected' });
      fake.accountEvent(register(user, password, fake));
    };

    return {
      ...port,
      start() {
        port.start();
        phones.set(fake, connect);
        queueMicrotask(connect);
      },
      stop() {
        phones.delete(fake);
        if (registered.get(user) === fake) registered.delete(user);
        for (const { caller, callee } of calls) {
          if (caller.fake === fake) leave(caller);
          if (callee?.fake === fake) leave(callee);
        }
        return port.stop();
      },
      // As the real one, it passes a SUBSCRIBE on to a phone that is not watched, or that is not there.
      subscribe(request, hear) {
        const end = port.subscribe(request, hear);
        queueMicrotask(() => fake.subscriptionEvent(request, { kind: 'refused' }));
        return end;
      },
      invite(targetUri, microphone) {
        const sessionId = port.invite(targetUri, microphone);
        const call: Call = { caller: { fake, sessionId }, callee: null, isAnswered: false };
        calls.add(call);
        queueMicrotask(() => route(call, from, targetUri));
        return sessionId;
      },
      accept(sessionId, microphone) {
        port.accept(sessionId, microphone);
        queueMicrotask(() => answer({ fake, sessionId }));
      },
      reject(sessionId, sipCode, reason) {
        port.reject(sessionId, sipCode, reason);
        leave({ fake, sessionId }, sipCode);
      },
      redirect(sessionId, targetUri) {
        port.redirect(sessionId, targetUri);
        leave({ fake, sessionId }, 302);
      },
      async hold(sessionId) {
        if (isAway) throw new PhoneError({ code: 'signalling/transport-lost' });
        await port.hold(sessionId);
        hold({ fake, sessionId }, true);
      },
      async resume(sessionId) {
        if (isAway) throw new PhoneError({ code: 'signalling/transport-lost' });
        await port.resume(sessionId);
        hold({ fake, sessionId }, false);
      },
      hangUp(sessionId) {
        port.hangUp(sessionId);
        leave({ fake, sessionId });
      },
    };
  };

  return { create, serverUrl, unreachableUrl: 'wss://unreachable.example.com', goAway, comeBack };
}

const userOf = (address: string): string => address.replace(/^sip:/, '').split('@')[0] ?? '';

const signInFailed = (
  code: 'registration/unknown-account' | 'registration/wrong-password',
): AccountEvent => ({ kind: 'registrationFailed', error: { code } });

const ended = (
  state: FinalCallState,
  cause: CallEnd['cause'],
  confirmed = false,
  sipCode: number | null = null,
): SessionEvent => ({
  kind: 'ended',
  confirmed,
  state,
  end: { cause, initiator: 'remote', sipCode, reason: cause },
});

const lost: SessionEvent = {
  kind: 'ended',
  confirmed: false,
  state: 'Failed',
  end: { cause: 'connection-lost', initiator: 'unknown', sipCode: null, reason: 'connection-lost' },
};

const refused = (sipCode: number): SessionEvent =>
  ended('Failed', causes[sipCode] ?? 'server-error', false, sipCode);
