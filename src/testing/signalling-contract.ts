import { describe, expect, it } from 'vitest';
import type { RtpCounters } from '#core/quality/rtp-counters.ts';
import { asSessionId, type SessionId } from '#core/shared/ids.ts';
import { endOf, eventually, failed, find, hungUp, milestones, setUpScene } from './signalling-scene.ts';
import type { Phone, SignallingStage } from './signalling-stage.ts';

/** What every `SignallingPort` does. `setStage` is called for each test. */
export function describeSignallingContract(setStage: () => SignallingStage): void {
  const { start, register, ring, connect } = setUpScene(setStage);

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

    it('tells both sides that packets can be sent, once', async () => {
      const { alice, bob, outgoing, incoming } = await connect();
      const told = (phone: Phone, sessionId: SessionId) =>
        phone.eventsOf(sessionId).filter(({ kind }) => kind === 'mediaConnected').length;
      const toldBoth = () => [told(alice, outgoing), told(bob, incoming)];
      await eventually(toldBoth).toEqual([1, 1]);
      await alice.port.hold(outgoing);
      await alice.port.resume(outgoing);
      expect(toldBoth()).toEqual([1, 1]);
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
