import { C } from 'jssip';
import type { OutgoingDTMFEvent, ReferOptions, RTCSession } from 'jssip/lib/RTCSession';
import type { IncomingResponse } from 'jssip/lib/SIPMessage';
import { PhoneError } from '#core/errors/phone-error.ts';
import type { SessionEvent } from '#core/signalling/session.ts';
import { unlessEnded, type LiveSession } from './live-session.ts';
import { pause } from './pause.ts';
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

const senderOf = (connection: RTCPeerConnection): RTCRtpSender | undefined =>
  connection.getSenders().find(({ track }) => track?.kind === 'audio');

const takesDigitsWithinMs = 500;
const lookAgainMs = 20;

/** A browser says that it is connected a moment before its sender takes digits, and says nothing of that. */
async function untilDigitsAreTaken(connection: RTCPeerConnection): Promise<void> {
  for (let waitedMs = 0; waitedMs < takesDigitsWithinMs; waitedMs += lookAgainMs) {
    if (senderOf(connection)?.dtmf?.canInsertDTMF === true) return;
    await pause(lookAgainMs);
  }
}

/** Sends each digit when the one before has gone: none follows one that has not, and none is left to come out later. */
async function sendEach(
  live: LiveSession,
  digits: string,
  send: (session: RTCSession, digit: string) => Promise<void>,
  onSent: (digit: string) => void,
): Promise<void> {
  const ended = new PhoneError({ code: 'call/ended' });
  for (const digit of digits) {
    if (live.session.isEnded()) throw ended;
    await unlessEnded(live, send(live.session, digit), ended);
    onSent(digit);
  }
}

const notNow = (details: string) => new PhoneError({ code: 'call/not-possible-now', details });

/**
 * Sends digits as telephone events, and resolves when the browser has played the last one. Rejects with
 * `call/not-possible-now` where it plays none. `onSent` hears of each that it has played.
 */
export async function sendDigits(
  live: LiveSession,
  digits: string,
  onSent: (digit: string) => void,
): Promise<void> {
  const ended = new PhoneError({ code: 'call/ended' });
  if (live.session.isEnded()) throw ended;
  const { connection } = live.session;
  const isNew = connection.connectionState !== 'connected';
  if (!(await unlessEnded(live, connected(connection), ended))) throw notNow('nothing comes through');
  if (isNew) await unlessEnded(live, untilDigitsAreTaken(connection), ended);
  await sendEach(live, digits, play, onSent);
}

/** How long a digit may take to have sounded: ours and the silence after it come to 170 ms, in Chromium to 240. */
const playLimitMs = 2000;

async function play(session: RTCSession, digit: string): Promise<void> {
  const dtmf = senderOf(session.connection)?.dtmf;
  // JsSIP does nothing, and says nothing, where there is no sender that could.
  if (!dtmf?.canInsertDTMF) throw notNow('no telephone-event, or the peer takes no sound');
  const played = new Promise<void>((resolve) => {
    const onTone = ({ tone }: RTCDTMFToneChangeEvent) => {
      if (tone !== '') return;
      dtmf.removeEventListener('tonechange', onTone);
      resolve();
    };
    dtmf.addEventListener('tonechange', onTone);
  });
  session.sendDTMF(digit, {
    duration: toneMs,
    interToneGap: gapMs,
    transportType: C.DTMF_TRANSPORT.RFC2833,
  });
  const silent = pause(playLimitMs).then(() => {
    throw notNow('the browser played no tone');
  });
  await Promise.race([played, silent]);
}

/**
 * Sends digits as INFO, for servers that hear no telephone events, and resolves when the last one is taken. Rejects with
 * `call/refused-by-peer` where one is not. `onSent` hears of each that is.
 */
export const sendDigitsAsInfo = (
  live: LiveSession,
  digits: string,
  onSent: (digit: string) => void,
): Promise<void> => sendEach(live, digits, inform, onSent);

async function inform(session: RTCSession, digit: string): Promise<void> {
  const taken = new Promise<void>((resolve, reject) => {
    session.once('newDTMF', ({ dtmf }: OutgoingDTMFEvent) => {
      dtmf.on('succeeded', () => resolve());
      dtmf.on('failed', ({ response }: { readonly response: IncomingResponse }) => {
        const details = `${response.status_code} ${response.reason_phrase}`;
        reject(new PhoneError({ code: 'call/refused-by-peer', details }));
      });
    });
  });
  session.sendDTMF(digit, {
    duration: toneMs,
    interToneGap: gapMs,
    transportType: C.DTMF_TRANSPORT.INFO,
  });
  // The receiver plays each for as long as it says.
  await Promise.all([taken, pause(toneMs + gapMs)]);
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
