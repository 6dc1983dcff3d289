import { C } from 'jssip';
import type { ReferOptions, RTCSession } from 'jssip/lib/RTCSession';
import { PhoneError } from '#core/errors/phone-error.ts';
import type { SessionEvent } from '#core/signalling/session.ts';
import { unlessEnded, type LiveSession } from './live-session.ts';
import { translateTransfer, type JssipReferSource } from './to-session-event.ts';

/** How long a tone sounds, and the silence after it: what slow receivers still tell apart. */
const toneMs = 100;
const gapMs = 70;

/**
 * Waits until packets can be sent: a call is answered before ICE and DTLS are through, and what is sent then is lost. False
 * where nothing comes through any more: whoever looks for another way must not wait for digits.
 */
const connected = (connection: RTCPeerConnection): Promise<boolean> =>
  new Promise((resolve) => {
    const look = () => {
      const { connectionState } = connection;
      if (connectionState === 'new' || connectionState === 'connecting') return;
      connection.removeEventListener('connectionstatechange', look);
      resolve(connectionState === 'connected');
    };
    connection.addEventListener('connectionstatechange', look);
    look();
  });

/**
 * Sends digits as telephone events, and resolves when the browser has played the last one. JsSIP does nothing, and says
 * nothing, where there is no sender that could.
 */
export async function sendDigits(live: LiveSession, digits: string): Promise<void> {
  const { session } = live;
  if (session.isEnded()) throw new PhoneError({ code: 'call/ended' });
  const ended = new PhoneError({ code: 'call/ended' });
  if (!(await unlessEnded(live, connected(session.connection), ended))) {
    throw new PhoneError({ code: 'call/not-possible-now', details: 'nothing comes through' });
  }
  const sender = session.connection.getSenders().find(({ track }) => track?.kind === 'audio')?.dtmf;
  if (!sender?.canInsertDTMF) {
    throw new PhoneError({ code: 'call/not-possible-now', details: 'telephone-event was not negotiated' });
  }
  const played = new Promise<void>((resolve) => {
    const onTone = ({ tone }: RTCDTMFToneChangeEvent) => {
      if (tone !== '') return;
      sender.removeEventListener('tonechange', onTone);
      resolve();
    };
    sender.addEventListener('tonechange', onTone);
  });
  session.sendDTMF(digits, {
    duration: toneMs,
    interToneGap: gapMs,
    transportType: C.DTMF_TRANSPORT.RFC2833,
  });
  await unlessEnded(live, played, ended);
}

/** Sends digits as INFO, for servers that hear no telephone events, and resolves when the last one is on its way. */
export async function sendDigitsAsInfo(live: LiveSession, digits: string): Promise<void> {
  const { session } = live;
  if (session.isEnded()) throw new PhoneError({ code: 'call/ended' });
  let left = digits.length;
  const sent = new Promise<void>((resolve) => {
    const count = ({ originator }: { readonly originator: string }) => {
      if (originator !== 'local') return;
      left -= 1;
      if (left > 0) return;
      session.off('newDTMF', count);
      resolve();
    };
    session.on('newDTMF', count);
  });
  session.sendDTMF(digits, {
    duration: toneMs,
    interToneGap: gapMs,
    transportType: C.DTMF_TRANSPORT.INFO,
  });
  await unlessEnded(live, sent, new PhoneError({ code: 'call/ended' }));
}

/** How long whoever has taken a REFER may say nothing of it: as long as their subscription usually lasts (RFC 3515 §2.4.4). */
const newsMs = 90_000;

/** Tells how a transfer goes on, and that it has failed when nothing more is heard: the call is the person's again. */
function giveUpWithoutNews(subscription: JssipReferSource, emit: (event: SessionEvent) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const wait = () => {
    stop();
    timer = setTimeout(
      () => emit({ kind: 'transferProgressed', status: { Failed: '408 Request Timeout' } }),
      newsMs,
    );
  };
  translateTransfer(subscription, emit);
  for (const name of ['requestSucceeded', 'progress'] as const) subscription.on(name, wait);
  for (const name of ['accepted', 'failed'] as const) subscription.on(name, stop);
  return stop;
}

/** Sends a REFER, with `replaces` for an attended transfer, and resolves when it is accepted. `emit` hears how it goes on. */
export async function refer(
  live: LiveSession,
  targetUri: string,
  replaces: RTCSession | undefined,
  emit: (event: SessionEvent) => void,
): Promise<void> {
  const options: ReferOptions = replaces === undefined ? {} : { replaces };
  // Typed as void; it is the subscription to the NOTIFYs, or false in a session that is not established.
  const subscription = live.session.refer(targetUri, options) as unknown as JssipReferSource | false;
  if (subscription === false) throw new PhoneError({ code: 'call/not-possible-now' });
  const accepted = new Promise<void>((resolve, reject) => {
    subscription.on('requestSucceeded', () => resolve());
    subscription.on('requestFailed', ({ cause, response }) => {
      const details = response === null ? cause : `${response.status_code} ${response.reason_phrase}`;
      reject(new PhoneError({ code: 'call/refused-by-peer', details }));
    });
  });
  const stop = giveUpWithoutNews(subscription, emit);
  void live.ended.then(stop);
  await unlessEnded(live, accepted, new PhoneError({ code: 'call/ended' }));
}
