import type { RTCSession } from 'jssip/lib/RTCSession';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import type { AccountSettings } from '#core/config/phone-config.ts';
import { toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import { silentLogger } from '#core/shared/logger.ts';
import type { SessionId } from '#core/shared/ids.ts';
import type { SessionEvent } from '#core/signalling/session.ts';
import type { SignallingPort } from '#core/signalling/signalling-port.ts';
import { openFarEnd, type FarEnd } from '#testing/far-end.ts';
import { openToneStream } from '#testing/recorder-stage.ts';
import { toAudioSource } from '../media-handles.ts';
import { createJssipSignalling } from './jssip-signalling.ts';

const exchangeUrl = inject('exchangeUrl');

let alice: SignallingPort;
let bob: FarEnd;
let sessionId: SessionId;
let atBob: RTCSession;
let events: SessionEvent[];
let microphone: MediaStreamTrack | undefined;

async function openAlice(settings: Partial<AccountSettings>): Promise<SignallingPort> {
  let isRegistered = false;
  const port = createJssipSignalling(
    {
      address: 'alice@localhost',
      displayName: 'Alice',
      credentials: { kind: 'password', password: 'alice-demo' },
      servers: [exchangeUrl],
      ...settings,
    },
    [],
    {
      onAccountEvent: ({ kind }) => (isRegistered = kind === 'registered'),
      onIncomingSession: () => undefined,
      onSessionEvent: (id, event) => id === sessionId && events.push(event),
    },
    { createId: () => crypto.randomUUID(), instanceId: crypto.randomUUID(), logger: silentLogger },
  );
  port.start();
  await vi.waitUntil(() => isRegistered);
  return port;
}

/** Alice, by our code, talks to Bob, by JsSIP alone, over the embedded exchange. */
beforeEach(async () => {
  events = [];
  bob = await openFarEnd(exchangeUrl, 'bob');
  alice = await openAlice({});
  const answered = bob.answer(openToneStream(1000));
  const sound = openToneStream(440);
  microphone = sound.getAudioTracks()[0];
  sessionId = alice.invite('sip:bob@localhost', toAudioSource(sound));
  atBob = await answered;
  await vi.waitUntil(() => events.some(({ kind }) => kind === 'confirmed'), 5000);
  events.length = 0;
});

afterEach(async () => {
  alice.hangUp(sessionId);
  await alice.stop();
  bob.close();
});

const told = <Kind extends SessionEvent['kind']>(kind: Kind) =>
  events.filter((event): event is Extract<SessionEvent, { kind: Kind }> => event.kind === kind);

describe('hold', () => {
  it('is told when the peer has agreed, and resumed the same way', async () => {
    await alice.hold(sessionId);
    expect(told('holdChanged')).toEqual([{ kind: 'holdChanged', originator: 'local', onHold: true }]);
    expect(atBob.isOnHold()).toEqual({ local: false, remote: true });
    expect(told('renegotiated').at(-1)?.localSdp).toContain('a=sendonly');
    expect(microphone?.enabled).toBe(false);
    await alice.resume(sessionId);
    expect(told('holdChanged').at(-1)).toEqual({ kind: 'holdChanged', originator: 'local', onHold: false });
    expect(atBob.isOnHold()).toEqual({ local: false, remote: false });
    expect(microphone?.enabled).toBe(true);
  });

  it('waits for the digits and the offers that came before', async () => {
    const sending = alice.sendDtmf(sessionId, '1');
    await Promise.all([sending, alice.hold(sessionId), alice.resume(sessionId)]);
    expect(told('holdChanged').map(({ onHold }) => onHold)).toEqual([true, false]);
    expect(bob.digits()).toBe('1');
    expect(told('ended')).toEqual([]);
  });

  it.each([488, 491])(
    'that the peer refuses with %i is no hold, and the call goes on',
    async (status_code) => {
      const refuse = ({ reject }: { readonly reject: (options: { status_code: number }) => void }) =>
        reject({ status_code });
      atBob.on('reinvite', refuse);
      await expect(alice.hold(sessionId)).rejects.toThrow('call/refused-by-peer');
      expect(told('holdChanged')).toEqual([]);
      expect(told('ended')).toEqual([]);
      expect(microphone?.enabled).toBe(true);
      atBob.off('reinvite', refuse);
      await alice.hold(sessionId);
      atBob.on('reinvite', refuse);
      await expect(alice.resume(sessionId)).rejects.toThrow('call/refused-by-peer');
      expect(told('holdChanged').map(({ onHold }) => onHold)).toEqual([true]);
      expect(microphone?.enabled).toBe(false);
    },
  );

  it('silences a microphone that comes meanwhile, too, until it is resumed', async () => {
    const next = openToneStream(660);
    const [track] = next.getAudioTracks();
    await alice.hold(sessionId);
    alice.replaceMicrophone(sessionId, toAudioSource(next));
    expect(track?.enabled).toBe(false);
    await alice.resume(sessionId);
    await vi.waitFor(() => expect(track?.enabled).toBe(true));
  });

  it('silences what is sent, and a mute does not when that is muted at its source', async () => {
    const mixed = openToneStream(660);
    const [track] = mixed.getAudioTracks();
    const replaced = vi.spyOn(RTCRtpSender.prototype, 'replaceTrack');
    alice.setMuted(sessionId, true);
    alice.replaceMicrophone(sessionId, toAudioSource(mixed), true);
    await vi.waitFor(() => expect(replaced).toHaveResolved());
    replaced.mockRestore();
    expect([track?.enabled, microphone?.enabled]).toEqual([true, false]);
    alice.setMuted(sessionId, false);
    alice.setMuted(sessionId, true);
    expect([track?.enabled, microphone?.enabled]).toEqual([true, false]);
    await alice.hold(sessionId);
    expect(track?.enabled).toBe(false);
  });

  it('by either side does not open a muted microphone', async () => {
    alice.setMuted(sessionId, true);
    await alice.hold(sessionId);
    await alice.resume(sessionId);
    expect(microphone?.enabled).toBe(false);
    events.length = 0;
    const unheld = new Promise<void>((resolve) => {
      atBob.hold({}, () => atBob.unhold({}, resolve));
    });
    await unheld;
    expect(told('holdChanged').map(({ originator, onHold }) => [originator, onHold])).toEqual([
      ['remote', true],
      ['remote', false],
    ]);
    expect(microphone?.enabled).toBe(false);
    alice.setMuted(sessionId, false);
    expect(microphone?.enabled).toBe(true);
  });
});

describe('digits', () => {
  it('arrive as telephone events, all of them when the promise says so', async () => {
    await alice.sendDtmf(sessionId, '12#a');
    await vi.waitFor(() => expect(bob.digits()).toBe('12#A'));
  });

  it('are refused while the peer holds, and arrive when it no longer does', async () => {
    const sending = alice.sendDtmf(sessionId, '12345678');
    const failure = sending.catch(toPhoneErrorDetail);
    await vi.waitUntil(() => bob.digits() !== '');
    await new Promise<void>((resolve) => {
      atBob.hold({}, resolve);
    });
    expect(await failure).toMatchObject({ code: 'call/not-possible-now' });
    await expect(alice.sendDtmf(sessionId, '9')).rejects.toThrow('call/not-possible-now');
    await new Promise<void>((resolve) => {
      atBob.unhold({}, resolve);
    });
    await alice.sendDtmf(sessionId, '#');
    await vi.waitFor(() => expect(bob.digits()).toMatch(/^1[2-7]*#$/));
  });

  async function callByInfo() {
    const infoAccount = await openAlice({ dtmf: 'info' });
    const answered = bob.answer(openToneStream(1000));
    const called = infoAccount.invite('sip:bob@localhost', toAudioSource(openToneStream(440)));
    return { infoAccount, called, session: await answered };
  }

  it('are told where the peer refuses INFO, and the call is held after that', async () => {
    const { infoAccount, called, session } = await callByInfo();
    type Request = { readonly method: string; readonly reply: (statusCode: number) => void };
    const receiver = session as unknown as { receiveRequest: (request: Request) => void };
    const receive = receiver.receiveRequest.bind(session);
    receiver.receiveRequest = (request) =>
      request.method === 'INFO' ? request.reply(415) : receive(request);
    await expect(infoAccount.sendDtmf(called, '12')).rejects.toThrow('call/refused-by-peer: 415');
    await infoAccount.hold(called);
    expect(session.isOnHold().remote).toBe(true);
    await infoAccount.stop();
  });

  it('arrive as INFO, one after the other, where the account says so', async () => {
    const { infoAccount, called, session } = await callByInfo();
    const digits: string[] = [];
    session.on(
      'newDTMF',
      (event: { readonly originator: string; readonly dtmf: { readonly tone: string } }) => {
        if (event.originator === 'remote') digits.push(event.dtmf.tone);
      },
    );
    await infoAccount.sendDtmf(called, '12#A');
    await vi.waitFor(() => expect(digits).toEqual(['1', '2', '#', 'A']));
    await infoAccount.stop();
  });

  it('are told that come in as INFO', async () => {
    atBob.sendDTMF('5');
    await vi.waitFor(() =>
      expect(told('dtmfReceived')).toEqual([{ kind: 'dtmfReceived', digit: '5', durationMs: 100 }]),
    );
  });
});

describe('a transfer', () => {
  it('is told from the acceptance to the answer', async () => {
    const carol = await openFarEnd(exchangeUrl, 'carol');
    const answered = carol.answer(openToneStream(660));
    atBob.on('refer', ({ accept }) => {
      const answer = accept as (
        onSession: (session: RTCSession) => void,
        options: { readonly mediaStream: MediaStream; readonly mediaConstraints: object },
      ) => void;
      answer(() => undefined, {
        mediaStream: openToneStream(1000),
        mediaConstraints: { audio: true, video: false },
      });
    });
    await alice.transfer(sessionId, 'sip:carol@localhost');
    await answered;
    await vi.waitFor(() => expect(told('transferProgressed').at(-1)?.status).toBe('Completed'));
    expect(told('transferProgressed').map(({ status }) => status)).toEqual([
      'Accepted',
      'Ringing',
      'Completed',
    ]);
    carol.close();
  });

  it('that the peer declines has failed, and the session lives', async () => {
    atBob.on('refer', ({ reject }) => reject());
    await alice.transfer(sessionId, 'sip:carol@localhost');
    await vi.waitFor(() =>
      expect(told('transferProgressed').at(-1)?.status).toEqual({ Failed: '603 Decline' }),
    );
    expect(told('ended')).toEqual([]);
  });

  it('at the wish of the peer waits for an answer', async () => {
    const statuses: number[] = [];
    const subscription = atBob.refer('sip:carol@localhost') as unknown as {
      on: (name: 'failed', listener: (data: { status_line: { status_code: number } }) => void) => void;
    };
    subscription.on('failed', ({ status_line }) => statuses.push(status_line.status_code));
    await vi.waitFor(() =>
      expect(told('transferRequested')).toMatchObject([
        { targetUri: 'sip:carol@localhost', isAttended: false },
      ]),
    );
    alice.declineTransfer(sessionId);
    await vi.waitFor(() => expect(statuses).toEqual([603]));
  });
});

it('asks for nothing in a session that is over', async () => {
  alice.hangUp(sessionId);
  expect(told('terminating')).toHaveLength(1);
  await expect(alice.hold(sessionId)).rejects.toThrow('call/ended');
  await expect(alice.sendDtmf(sessionId, '1')).rejects.toThrow('call/ended');
  await expect(alice.transfer(sessionId, 'sip:carol@localhost')).rejects.toThrow('call/ended');
});
