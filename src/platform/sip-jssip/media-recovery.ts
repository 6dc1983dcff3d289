import type { RTCSession } from 'jssip/lib/RTCSession';
import type { LiveSession, OfferOutcome } from './live-session.ts';
import { tryOffer } from './offer-again.ts';
import { withPeerConnection } from './peer-connection.ts';

/**
 * Who sees the loss first is left to chance, and offers that cross cost seconds: whoever was called lets the caller go
 * first, unless its own connection to the server has just come back.
 */
const callerPauseMs = 500;
const calleePauseMs = 2500;
/** A peer that is back as well may have ended the call meanwhile: its BYE comes first. */
const reachablePauseMs = 1000;
/** How long a new way may take to be found before another is looked for. */
const searchMs = 5000;
/**
 * A peer that refuses another way after that long is gone: libwebrtc gives up a path that has not answered for so long
 * (CONNECTION_WRITE_TIMEOUT in p2p/base/p2p_constants.h). With what passes until the loss is seen, and until the next offer,
 * that is 21 to 28 s after the last packet, before its consent would end by itself (30 s, RFC 7675 §5.1).
 */
const goneMs = 15_000;
/** After that long without sound a call is over, even where nobody says so. */
const patienceMs = 60_000;

/** What a recovery needs from outside. */
export interface MediaRecoveryDeps {
  /** Whether a request can reach the server now. */
  readonly isReachable: () => boolean;
  /** Packets come through, for the first time or again. */
  readonly onConnected: () => void;
  readonly onLost: () => void;
  /** Nobody is there any more. */
  readonly giveUp: () => void;
}

/** Looks for another way for the media of a session. */
export interface MediaRecovery {
  /** JsSIP has seen ICE fail. */
  readonly onFailed: () => void;
  /** The connection to the server is back. */
  readonly onReachable: () => void;
  /** The next offer is due, with media or without: a refresh of the session did not get through. */
  readonly askForRefresh: () => void;
  readonly close: () => void;
}

/**
 * Restarts ICE when packets come through no more (RFC 8839 §4.4.1.1): the network of one side has changed. Chromium says
 * `disconnected` after 5 to 7 s without an answer to its checks and `failed` 10 s later, where JsSIP ends the call; but never
 * while offers of a restart are made and refused (measured with Chromium 156). So a peer that refuses is taken for gone where
 * ICE has failed, and where it would have.
 */
export function recoverMedia(live: LiveSession, deps: MediaRecoveryDeps): MediaRecovery {
  const { session } = live;
  let wasConnected = false;
  let lostAtMs: number | null = null;
  let needsRefresh = false;
  let isSearching = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const restart = () =>
    tryOffer(live, {
      start(done) {
        // JsSIP takes candidates for known that were gathered before.
        Reflect.set(session, '_iceReady', false);
        return session.renegotiate({ rtcOfferConstraints: { iceRestart: true } }, done);
      },
      takeBack: () => undefined,
    });

  const tryAgainIn = (pauseMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(), pauseMs);
  };

  const search = async (): Promise<void> => {
    if (lostAtMs === null && !needsRefresh) return;
    if (lostAtMs !== null && lastsFor(lostAtMs) > patienceMs) {
      deps.giveUp();
      return;
    }
    tryAgainIn(searchMs);
    if (isSearching || !deps.isReachable()) return;
    isSearching = true;
    const outcome = await live.inTurn(restart).catch((): OfferOutcome => 'impossible');
    isSearching = false;
    if (outcome === 'agreed' || outcome === 'refused') needsRefresh = false;
    if (lostAtMs === null) {
      if (!needsRefresh) clearTimeout(timer);
    } else if (outcome === 'refused' && (isBroken(session.connection) || lastsFor(lostAtMs) >= goneMs)) {
      deps.giveUp();
    }
  };

  const onLost = () => {
    if (lostAtMs !== null) return;
    lostAtMs = performance.now();
    deps.onLost();
    tryAgainIn(pauseOf(session));
  };

  const look = (connection: RTCPeerConnection) => {
    if (session.isEnded()) return;
    const { iceConnectionState, connectionState } = connection;
    if (connectionState === 'connected' && isThrough(iceConnectionState)) {
      if (wasConnected && lostAtMs === null) return;
      wasConnected = true;
      lostAtMs = null;
      clearTimeout(timer);
      deps.onConnected();
    } else if (iceConnectionState === 'disconnected' || isBroken(connection)) {
      if (wasConnected) onLost();
      else if (connectionState === 'failed') deps.giveUp();
    }
  };

  withPeerConnection(session, (connection) => {
    const onChange = () => look(connection);
    connection.addEventListener('iceconnectionstatechange', onChange);
    connection.addEventListener('connectionstatechange', onChange);
  });

  return {
    onFailed() {
      // What never got through is no matter of a network that has changed.
      if (wasConnected) onLost();
      else deps.giveUp();
    },
    onReachable() {
      if (lostAtMs !== null || needsRefresh) tryAgainIn(reachablePauseMs);
    },
    askForRefresh() {
      needsRefresh = true;
    },
    close: () => clearTimeout(timer),
  };
}

const isThrough = (state: RTCIceConnectionState): boolean => state === 'connected' || state === 'completed';

const isBroken = ({ iceConnectionState, connectionState }: RTCPeerConnection): boolean =>
  iceConnectionState === 'failed' || connectionState === 'failed';

const lastsFor = (sinceMs: number): number => performance.now() - sinceMs;

const pauseOf = (session: RTCSession): number =>
  (session.direction as string) === 'outgoing' ? callerPauseMs : calleePauseMs;
