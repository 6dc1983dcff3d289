import { afterEach, describe, expect, it } from 'vitest';
import type { CallEnd } from '#core/call/call-end.ts';
import type { RtpCounters } from '#core/quality/rtp-counters.ts';
import { asSessionId, type SessionId } from '#core/shared/ids.ts';
import type { SessionEvent } from '#core/signalling/session.ts';
import { openPhone, type Phone, type SignallingStage } from './signalling-stage.ts';

/** A server is a few round trips away, and the machine may be busy. */
const eventually = <Value>(read: () => Value) => expect.poll(read, { interval: 10, timeout: 5000 });

/** What every `SignallingPort` does. `setStage` is called for each test. */
export function describeSignallingContract(setStage: () => SignallingStage): void {
  const open: Phone[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map(({ port }) => port.stop()));
  });

  const start = (stage: SignallingStage, user: string, options?: Parameters<typeof openPhone>[2]): Phone => {
    const phone = openPhone(stage, user, options);
    open.push(phone);
    phone.port.start();
    return phone;
  };
  const register = async (stage: SignallingStage, user: string): Promise<Phone> => {
    const phone = start(stage, user);
    await eventually(() => phone.accountEvents.at(-1)).toEqual({ kind: 'registered' });
    return phone;
  };

  /** The end of a session, once it is there. A stack has its own words for the reason. */
  const endOf = async (phone: Phone, sessionId: SessionId) => {
    await eventually(() => phone.eventsOf(sessionId).at(-1)?.kind).toBe('ended');
    const last = phone.eventsOf(sessionId).at(-1);
    if (last?.kind !== 'ended') throw new Error('The session goes on.');
    const { cause, initiator, sipCode } = last.end;
    return { state: last.state, confirmed: last.confirmed, cause, initiator, sipCode };
  };
  const failed = (cause: CallEnd['cause'], sipCode: number) => ({
    state: 'Failed',
    confirmed: false,
    cause,
    initiator: 'remote',
    sipCode,
  });
  const hungUp = (initiator: CallEnd['initiator']) => ({
    state: 'Terminated',
    confirmed: true,
    cause: 'hung-up',
    initiator,
    sipCode: null,
  });
  /** The remote party's sound comes at its own time. */
  const milestones = (phone: Phone, sessionId: SessionId) =>
    phone
      .eventsOf(sessionId)
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'remoteAudioChanged' && kind !== 'remoteAudioBegan');
  const find = <Kind extends SessionEvent['kind']>(phone: Phone, sessionId: SessionId, kind: Kind) =>
    phone
      .eventsOf(sessionId)
      .find((event): event is Extract<SessionEvent, { kind: Kind }> => event.kind === kind);

  /** Alice calls Bob, whose phone rings. */
  const ring = async () => {
    const stage = setStage();
    const [alice, bob] = await Promise.all([register(stage, 'alice'), register(stage, 'bob')]);
    const outgoing = alice.port.invite('sip:bob@localhost', stage.openMicrophone());
    expect(alice.eventsOf(outgoing)).toEqual([]);
    await eventually(() => milestones(alice, outgoing)).toEqual(['inviteSent', 'progressed']);
    const [session] = bob.incoming;
    if (session === undefined) throw new Error('Nothing rings.');
    return { stage, alice, bob, outgoing, session, incoming: session.sessionId };
  };
  /** Alice calls Bob, who answers. */
  const connect = async () => {
    const call = await ring();
    const { stage, alice, bob, outgoing, incoming } = call;
    bob.port.accept(incoming, stage.openMicrophone());
    for (const [phone, sessionId] of [
      [alice, outgoing],
      [bob, incoming],
    ] as const) {
      for (const kind of ['confirmed', 'remoteAudioChanged'] as const) {
        await eventually(() => find(phone, sessionId, kind)).toBeDefined();
      }
    }
    return call;
  };

  describe('signalling', () => {
    describe('of an account', () => {
      it('connects and registers', async () => {
        const alice = await register(setStage(), 'alice');
        expect(alice.accountEvents.map(({ kind }) => kind)).toEqual([
          'connecting',
          'connected',
          'registered',
        ]);
      });

      it.each([
        ['the password is wrong', 'alice', 'wrong', 'registration/wrong-password'],
        ['nobody knows the account', 'zed', 'zed-demo', 'registration/unknown-account'],
      ])('says that %s', async (_why, user, password, code) => {
        const phone = start(setStage(), user, { password });
        await eventually(() => phone.accountEvents).toHaveLength(3);
        expect(phone.accountEvents[2]).toMatchObject({ kind: 'registrationFailed', error: { code } });
      });

      it('says that the server cannot be reached', async () => {
        const stage = setStage();
        const alice = start(stage, 'alice', { server: stage.unreachableUrl });
        await eventually(() => alice.accountEvents.length).toBeGreaterThan(1);
        expect(alice.accountEvents[1]).toMatchObject({
          kind: 'disconnected',
          error: { code: 'signalling/server-unreachable' },
        });
      });

      it('un-registers once, however often it is stopped, and can be called no more', async () => {
        const stage = setStage();
        const [alice, bob] = await Promise.all([register(stage, 'alice'), register(stage, 'bob')]);
        await Promise.all([bob.port.stop(), bob.port.stop()]);
        await bob.port.stop();
        expect(bob.accountEvents.slice(3)).toEqual([{ kind: 'unregistered' }]);

        const sessionId = alice.port.invite('sip:bob@localhost', stage.openMicrophone());
        expect(await endOf(alice, sessionId)).toEqual(failed('unavailable', 480));
        expect(bob.incoming).toEqual([]);
      });

      it('ends its calls when it is stopped', async () => {
        const { alice, bob, outgoing, incoming } = await connect();
        await alice.port.stop();
        expect(await endOf(alice, outgoing)).toEqual(hungUp('local'));
        expect(await endOf(bob, incoming)).toEqual(hungUp('remote'));
      });
    });

    describe('of an outgoing session', () => {
      it('tells it from the INVITE to the end', async () => {
        const { alice, bob, outgoing, incoming } = await connect();
        expect(find(alice, outgoing, 'inviteSent')?.sipCallId).not.toBe('');
        expect(find(alice, outgoing, 'progressed')).toMatchObject({ sipCode: 180, reason: 'Ringing' });
        expect(find(alice, outgoing, 'accepted')).toMatchObject({
          localSdp: expect.stringContaining('v=0'),
          remoteSdp: expect.stringContaining('v=0'),
        });
        alice.port.hangUp(outgoing);
        expect(await endOf(alice, outgoing)).toEqual(hungUp('local'));
        expect(milestones(alice, outgoing)).toEqual([
          'inviteSent',
          'progressed',
          'accepted',
          'confirmed',
          'terminating',
          'ended',
        ]);
        expect(await endOf(bob, incoming)).toEqual(hungUp('remote'));
      });

      it.each([
        ['busy', failed('busy', 486)],
        ['nobody-of-that-name', failed('not-found', 404)],
        ['dave', failed('unavailable', 480)],
      ])('says why %s does not answer', async (user, end) => {
        const stage = setStage();
        const alice = await register(stage, 'alice');
        const sessionId = alice.port.invite(`sip:${user}@localhost`, stage.openMicrophone());
        expect(alice.eventsOf(sessionId)).toEqual([]);
        expect(await endOf(alice, sessionId)).toEqual(end);
        expect(milestones(alice, sessionId)).toEqual(['inviteSent', 'ended']);
      });

      it('cancels it while it rings', async () => {
        const { alice, bob, outgoing, incoming } = await ring();
        alice.port.hangUp(outgoing);
        const cancelled = { state: 'Cancelled', confirmed: false, cause: 'cancelled', sipCode: null };
        expect(await endOf(alice, outgoing)).toEqual({ ...cancelled, initiator: 'local' });
        expect(milestones(alice, outgoing).slice(-2)).toEqual(['terminating', 'ended']);
        expect(await endOf(bob, incoming)).toEqual({ ...cancelled, initiator: 'remote' });
      });
    });

    describe('of an incoming session', () => {
      it('says who calls, as it was received', async () => {
        const { alice, outgoing, session } = await ring();
        expect(session.from).toMatch(/^"ALICE" <sip:alice@localhost>;tag=./);
        expect(session.to).toBe('<sip:bob@localhost>');
        expect(session.sdp).toContain('v=0');
        expect(session.headers).toMatchObject({
          From: session.from,
          To: session.to,
          'Call-ID': find(alice, outgoing, 'inviteSent')?.sipCallId,
        });
      });

      it('answers it, until the person hangs up', async () => {
        const { alice, bob, outgoing, incoming } = await connect();
        expect([alice.port.has(outgoing), bob.port.has(incoming)]).toEqual([true, true]);
        bob.port.hangUp(incoming);
        expect(await endOf(bob, incoming)).toEqual(hungUp('local'));
        expect(milestones(bob, incoming)).toEqual(['accepted', 'confirmed', 'terminating', 'ended']);
        expect(await endOf(alice, outgoing)).toEqual(hungUp('remote'));
      });

      it.each([
        ['reject', 'rejected', 603, 'rejected'],
        ['reject', 'rejected', 486, 'busy'],
        ['redirect', 'rejected', 302, 'redirected'],
        ['hangUp', 'rejected', 480, 'unavailable'],
      ] as const)(
        'refuses it by %s: here it is %s, and %i tells the caller %s',
        async (name, here, sipCode, there) => {
          const { alice, bob, outgoing, incoming } = await ring();
          if (name === 'reject') bob.port.reject(incoming, sipCode);
          else if (name === 'redirect') bob.port.redirect(incoming, 'sip:carol@elsewhere.invalid');
          else bob.port.hangUp(incoming);
          expect(await endOf(bob, incoming)).toEqual({
            state: 'Terminated',
            confirmed: false,
            cause: here,
            initiator: 'local',
            sipCode: null,
          });
          expect(await endOf(alice, outgoing)).toEqual(failed(there, sipCode));
        },
      );
    });

    it('holds and resumes, and both sides hear of it', async () => {
      const { alice, bob, outgoing, incoming } = await connect();
      const held = (phone: Phone, sessionId: SessionId) =>
        phone
          .eventsOf(sessionId)
          .flatMap((event) => (event.kind === 'holdChanged' ? [[event.originator, event.onHold]] : []));
      await alice.port.hold(outgoing);
      expect(held(alice, outgoing)).toEqual([['local', true]]);
      await eventually(() => held(bob, incoming)).toEqual([['remote', true]]);
      await alice.port.resume(outgoing);
      expect(held(alice, outgoing).at(-1)).toEqual(['local', false]);
      await eventually(() => held(bob, incoming).at(-1)).toEqual(['remote', false]);
    });

    it('counts the sound of a call, from its answer to its end', async () => {
      const { alice, outgoing } = await connect();
      const flows = (counters: RtpCounters | null) =>
        counters?.codec === 'opus' && counters.packetsReceived > 0 && counters.packetsSent > 0;
      await expect
        .poll(async () => flows(await alice.port.readCounters(outgoing)), { timeout: 10_000 })
        .toBe(true);
      alice.port.hangUp(outgoing);
      expect(await alice.port.readCounters(outgoing)).toBeNull();
    });

    describe('of a server that goes away and comes back', () => {
      const isLost = (phone: Phone) =>
        eventually(() => phone.accountEvents.some(({ kind }) => kind === 'disconnected')).toBe(true);
      const isBack = (phone: Phone) =>
        eventually(() => phone.accountEvents.at(-1)).toEqual({ kind: 'registered' });

      it('registers again, and the calls that were answered have gone on', async () => {
        const { stage, alice, bob, outgoing, incoming } = await connect();
        stage.goAway();
        await Promise.all([alice, bob].map(isLost));
        expect(alice.accountEvents.find(({ kind }) => kind === 'disconnected')).toMatchObject({
          error: { code: 'signalling/transport-lost' },
        });
        await expect(alice.port.hold(outgoing)).rejects.toThrow('signalling/transport-lost');
        stage.comeBack();
        await Promise.all([alice, bob].map(isBack));
        bob.port.hangUp(incoming);
        expect(await endOf(alice, outgoing)).toEqual(hungUp('remote'));
      });

      it('tells the far end of a call that was hung up meanwhile', async () => {
        const { stage, alice, bob, outgoing, incoming } = await connect();
        stage.goAway();
        await Promise.all([alice, bob].map(isLost));
        alice.port.hangUp(outgoing);
        expect(await endOf(alice, outgoing)).toEqual(hungUp('local'));
        expect(find(bob, incoming, 'ended')).toBeUndefined();
        stage.comeBack();
        expect(await endOf(bob, incoming)).toEqual(hungUp('remote'));
      });

      it('ends what only rang', async () => {
        const { stage, alice, bob, outgoing, incoming } = await ring();
        stage.goAway();
        const lost = { state: 'Failed', confirmed: false, cause: 'connection-lost', initiator: 'unknown' };
        expect(await endOf(alice, outgoing)).toMatchObject(lost);
        expect(await endOf(bob, incoming)).toMatchObject(lost);
        stage.comeBack();
      });
    });

    it('ignores what is asked of a session that is over or never was', async () => {
      const { stage, alice, bob, outgoing, incoming } = await ring();
      bob.port.reject(incoming, 603);
      await endOf(alice, outgoing);
      const before = [alice.eventsOf(outgoing), bob.eventsOf(incoming)];
      const ghost = asSessionId('never-was');
      for (const [{ port }, sessionId] of [
        [alice, outgoing],
        [bob, incoming],
        [bob, ghost],
      ] as const) {
        port.accept(sessionId, stage.openMicrophone());
        port.reject(sessionId, 486);
        port.redirect(sessionId, 'sip:carol@localhost');
        port.setMuted(sessionId, true);
        port.declineTransfer(sessionId);
        port.hangUp(sessionId);
        const promises = [
          port.hold(sessionId),
          port.resume(sessionId),
          port.sendDtmf(sessionId, '1'),
          port.transfer(sessionId, 'sip:carol@localhost'),
        ];
        expect(await port.readCounters(sessionId)).toBeNull();
        expect(port.has(sessionId)).toBe(false);
        const ended = { detail: { code: 'call/ended' } };
        await Promise.all(promises.map((promise) => expect(promise).rejects.toMatchObject(ended)));
      }
      await Promise.all([alice.port.stop(), bob.port.stop()]);
      expect([alice.eventsOf(outgoing), bob.eventsOf(incoming)]).toEqual(before);
      expect(bob.eventsOf(ghost)).toEqual([]);
    });
  });
}
