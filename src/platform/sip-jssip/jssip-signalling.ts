import { UA } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { AccountSettings, IceServer } from '#core/config/phone-config.ts';
import { PhoneError } from '#core/errors/phone-error.ts';
import { asSessionId, type CreateId, type SessionId } from '#core/shared/ids.ts';
import type { Logger } from '#core/shared/logger.ts';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import { domainOf } from '#core/signalling/sip-target.ts';
import type { SignallingListener, SignallingPort } from '#core/signalling/signalling-port.ts';
import { observeAccount } from './account-events.ts';
import { keepDtlsRole } from './dtls-role.ts';
import { deliverEnds } from './end-delivery.ts';
import { changeHold } from './change-hold.ts';
import { capIceGathering } from './ice-gathering.ts';
import { createInviteIntake } from './invite-intake.ts';
import { takeForAck } from './overtaken-ack.ts';
import { createMediaOptions } from './media-options.ts';
import { releaseSession } from './peer-connection.ts';
import { recoverMedia, type MediaRecovery } from './media-recovery.ts';
import { muteSession, replaceTrack } from './replace-track.ts';
import type { AcceptTransfer, KnownSession, LiveSession, ReceivedInvite } from './live-session.ts';
import { observeRemoteAudio } from './remote-audio.ts';
import { readRtpCounters } from './rtp-counters.ts';
import { refer, sendDigits, sendDigitsAsInfo } from './session-commands.ts';
import { askForLongerInterval } from './session-interval.ts';
import { refreshAsAllowed, refreshInTurn } from './session-refresh.ts';
import {
  refuseBareNotify,
  refuseCrossedOffers,
  surviveTrials,
  tellFailedOffers,
} from './session-survival.ts';
import { endStrayAnswers } from './stray-answers.ts';
import { tapFrames, type OpenCallTap } from './tapped-frames.ts';
import { createSubscriptions } from './subscriptions.ts';
import { translateSession } from './to-session-event.ts';
import { toUaConfiguration } from './ua-configuration.ts';
import { createWebSocket } from './web-socket.ts';

/** What the adapter needs from outside. */
export interface JssipSignallingDeps {
  readonly createId: CreateId;
  /** A UUID that this device and account keep (RFC 5626 §4.1). */
  readonly instanceId: string;
  /** The sessions of all accounts of the page: a call by one may be put in the place of a call by another. */
  readonly sessionsOfPage?: Map<SessionId, RTCSession>;
  readonly logger: Logger;
  /** Missing where nobody wants encoded frames. */
  readonly openTap?: OpenCallTap;
}

/** JsSIP as the phone's signalling: one UA for one account. */
export function createJssipSignalling(
  account: AccountSettings,
  iceServers: readonly IceServer[],
  listener: SignallingListener,
  { createId, instanceId, logger, sessionsOfPage = new Map(), openTap = () => null }: JssipSignallingDeps,
): SignallingPort {
  const sessions = new Map<SessionId, KnownSession>();
  let isLeaving = false;
  const accountEvents = observeAccount(listener.onAccountEvent);
  const domain = domainOf(account.address);
  const sockets = account.servers.map((url) =>
    createWebSocket(url, {
      domain,
      onFailure: accountEvents.onSocketFailure,
      // Any answer will do, also a refusal (RFC 3261 §11).
      onUnreadable: (error) => logger.error('a message could not be taken in', { error: String(error) }),
      ask: () => void ua.sendOptions(`sip:${domain}`),
    }),
  );
  const ua = new UA(toUaConfiguration(account, sockets, instanceId)) as UaWithOptions;
  accountEvents.observe(ua);
  const subscriptions = createSubscriptions(ua, (...notified) => listener.onUnsolicited?.(...notified));
  const ends = deliverEnds(ua);
  endStrayAnswers(ua);
  tellFailedOffers(ua, (sipCallId) =>
    [...sessions.values()].find((live) => live.sipCallId === sipCallId && live.session.isEstablished()),
  );

  const mediaOptions = createMediaOptions(iceServers);

  const recoveries = new Set<MediaRecovery>();
  const recover = (sessionId: SessionId, live: LiveSession): MediaRecovery => {
    const end = surviveTrials(live, {
      onMediaLost: () => recovery.onFailed(),
      onUnreachable: () => recovery.askForRefresh(),
    });
    const recovery = recoverMedia(live, {
      isReachable: () => ua.isRegistered(),
      onLost: () => listener.onSessionEvent(sessionId, { kind: 'mediaLost' }),
      onConnected: () => listener.onSessionEvent(sessionId, { kind: 'mediaConnected' }),
      giveUp() {
        if (live.session.isEnded()) return;
        end({ cause: 'RTP Timeout', status_code: 408, reason_phrase: 'RTP Timeout' });
      },
    });
    recoveries.add(recovery);
    return recovery;
  };
  ua.on('registered', () => {
    for (const recovery of recoveries) recovery.onReachable();
  });

  const adopt = (
    session: RTCSession,
    direction: 'incoming' | 'outgoing',
    invite: ReceivedInvite | null = null,
  ): SessionId => {
    const sessionId = asSessionId(createId());
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const live: KnownSession = {
      session,
      ended,
      inTurn: createSerialQueue(),
      endOffer: null,
      sipCallId: invite?.getHeader('Call-ID') ?? null,
      isAnswered: false,
      transfer: null,
    };
    sessions.set(sessionId, live);
    sessionsOfPage.set(sessionId, session);
    session.on('sending', ({ request }) => {
      live.sipCallId = request.call_id;
    });
    session.on('accepted', ({ response }: { readonly response: ReceivedInvite | null }) => {
      live.isAnswered = true;
      refreshAsAllowed(session, (response ?? invite)?.getHeader('Allow'));
    });
    askForLongerInterval(session);
    const recovery = recover(sessionId, live);
    refreshInTurn(live, recovery.askForRefresh);
    refuseCrossedOffers(live);
    refuseBareNotify(session);
    session.on('refer', ({ accept, reject }) => {
      live.transfer = { accept: accept as AcceptTransfer, reject };
    });
    // Without a listener JsSIP never answers an INVITE that wants to replace this session. It ends this one afterwards.
    session.on('replaces', ({ accept, reject }) => {
      if (!live.isAnswered) {
        reject();
        return;
      }
      intake.inPlaceOf(sessionId, accept as () => void);
    });
    capIceGathering(session, iceServers);
    keepDtlsRole(session);
    takeForAck(session);
    observeRemoteAudio(session, {
      onAudio: (source) => listener.onSessionEvent(sessionId, { kind: 'remoteAudioChanged', source }),
      // A first packet can come in after the BYE, and nothing may follow the end.
      onBegan() {
        if (sessions.has(sessionId)) listener.onSessionEvent(sessionId, { kind: 'remoteAudioBegan' });
      },
    });
    const closeTap = tapFrames(session, openTap, (tap) =>
      listener.onSessionEvent(sessionId, { kind: 'framesTapped', tap }),
    );
    translateSession(session, { direction, connectionLost: () => !ua.isConnected() }, (event) => {
      if (event.kind === 'ended') {
        sessions.delete(sessionId);
        sessionsOfPage.delete(sessionId);
        recoveries.delete(recovery);
        recovery.close();
        end();
        releaseSession(session);
      }
      listener.onSessionEvent(sessionId, event);
      if (event.kind === 'ended') closeTap();
    });
    return sessionId;
  };

  const intake = createInviteIntake(ua, {
    isLeaving: () => isLeaving,
    adopt: (session, invite) => adopt(session, 'incoming', invite),
    onIncomingSession: listener.onIncomingSession,
  });

  // JsSIP ends what it cannot place any more, but would go on ringing for a call that it cannot answer any more.
  ua.on('disconnected', () => {
    for (const { session, isAnswered } of sessions.values()) {
      const rings = (session.direction as string) === 'incoming' && !isAnswered;
      if (rings && !session.isEnded()) session.terminate({ status_code: 480 });
    }
  });

  /** Runs a command on a live session. JsSIP throws when the session has just changed state under us. */
  const command = (sessionId: SessionId, name: string, run: (session: RTCSession) => void) => {
    const live = sessions.get(sessionId);
    if (live === undefined) return;
    try {
      run(live.session);
    } catch (error) {
      logger.warn(`${name} came too late`, { error: String(error) });
    }
  };

  const liveSession = (sessionId: SessionId): LiveSession => {
    const live = sessions.get(sessionId);
    if (live === undefined) throw new PhoneError({ code: 'call/ended' });
    return live;
  };

  const liveOfPage = (sessionId: SessionId): RTCSession => {
    const session = sessionsOfPage.get(sessionId);
    if (session === undefined) throw new PhoneError({ code: 'call/ended' });
    return session;
  };

  /** A session that a request can be sent in now: without a connection JsSIP ends the session that tries. */
  const reachable = (sessionId: SessionId): LiveSession => {
    const live = liveSession(sessionId);
    if (!ua.isConnected()) throw new PhoneError({ code: 'signalling/transport-lost' });
    return live;
  };

  const setHold = async (sessionId: SessionId, onHold: boolean): Promise<void> =>
    liveSession(sessionId).inTurn(async () => {
      await changeHold(reachable(sessionId), onHold);
      listener.onSessionEvent(sessionId, { kind: 'holdChanged', originator: 'local', onHold });
    });

  const sendDtmf: SignallingPort['sendDtmf'] = async (sessionId, digits, onSent = () => undefined) => {
    const live = liveSession(sessionId);
    return live.inTurn(async () =>
      account.dtmf === 'info'
        ? sendDigitsAsInfo(reachable(sessionId), digits, onSent)
        : sendDigits(live, digits, onSent),
    );
  };

  return {
    start: () => ua.start(),
    stop() {
      subscriptions.endAll();
      isLeaving = true;
      return accountEvents.stop(ua, ends, () =>
        logger.warn('the other side of a call could not be told that it is over'),
      );
    },
    subscribe: subscriptions.subscribe,
    has: (sessionId) => sessions.has(sessionId),
    invite: (targetUri, microphone) => adopt(ua.call(targetUri, mediaOptions(microphone)), 'outgoing'),
    accept: (sessionId, microphone) =>
      command(sessionId, 'accept', (session) => session.answer(mediaOptions(microphone))),
    reject: (sessionId, sipCode, reason) =>
      command(sessionId, 'reject', (session) =>
        session.terminate({
          status_code: sipCode,
          ...(reason === undefined ? {} : { reason_phrase: reason }),
        }),
      ),
    redirect: (sessionId, targetUri) =>
      command(sessionId, 'redirect', (session) =>
        session.terminate({ status_code: 302, extraHeaders: [`Contact: <${targetUri}>`] }),
      ),
    setMuted: (sessionId, muted) => command(sessionId, 'setMuted', (session) => muteSession(session, muted)),
    replaceMicrophone: (sessionId, ...sound) =>
      command(sessionId, 'replaceMicrophone', (session) => void replaceTrack(session, ...sound)),
    hold: (sessionId) => setHold(sessionId, true),
    resume: (sessionId) => setHold(sessionId, false),
    sendDtmf,
    transfer: async (sessionId, targetUri, replaces) =>
      refer(
        reachable(sessionId),
        targetUri,
        replaces === undefined ? undefined : liveOfPage(replaces),
        (event) => listener.onSessionEvent(sessionId, event),
      ),
    readCounters: async (sessionId) => {
      const live = sessions.get(sessionId);
      return live === undefined ? null : readRtpCounters(live.session).catch(() => null);
    },
    acceptTransfer(sessionId, microphone) {
      const live = sessions.get(sessionId);
      const transfer = live?.transfer ?? null;
      if (live === undefined || transfer === null) return null;
      live.transfer = null;
      let adopted: SessionId | null = null;
      transfer.accept((session) => (adopted = adopt(session, 'outgoing')), mediaOptions(microphone));
      return adopted;
    },
    declineTransfer(sessionId) {
      const live = sessions.get(sessionId);
      live?.transfer?.reject();
      if (live !== undefined) live.transfer = null;
    },
    hangUp: (sessionId) =>
      command(sessionId, 'hangUp', (session) => {
        if (session.isEnded()) return;
        listener.onSessionEvent(sessionId, { kind: 'terminating' });
        session.terminate();
      }),
  };
}

/** Missing in JsSIP's types. */
type UaWithOptions = UA & { readonly sendOptions: (target: string) => unknown };
