import { afterEach, expect } from 'vitest';
import type { CallEnd } from '#core/call/call-end.ts';
import type { SessionId } from '#core/shared/ids.ts';
import type { SessionEvent } from '#core/signalling/session.ts';
import { openPhone, type Phone, type SignallingStage } from './signalling-stage.ts';

/** A server is a few round trips away, and the machine may be busy. */
export const eventually: typeof expect.poll = (read) => expect.poll(read, { interval: 10, timeout: 5000 });

/** How a session ends that the other side refuses. */
export const failed = (cause: CallEnd['cause'], sipCode: number) => ({
  state: 'Failed',
  confirmed: false,
  cause,
  initiator: 'remote',
  sipCode,
});
/** How one ends that was answered. */
export const hungUp = (initiator: CallEnd['initiator']) => ({
  state: 'Terminated',
  confirmed: true,
  cause: 'hung-up',
  initiator,
  sipCode: null,
});

/** What comes at a time of its own. */
const ofMedia: ReadonlySet<string> = new Set(['mediaConnected', 'remoteAudioChanged', 'remoteAudioBegan']);

/** The kinds of what was said of a session, without what its packets do. */
export const milestones = (phone: Phone, sessionId: SessionId) =>
  phone
    .eventsOf(sessionId)
    .map(({ kind }) => kind)
    .filter((kind) => !ofMedia.has(kind));

/** The first of a kind. */
export const find = <Kind extends SessionEvent['kind']>(phone: Phone, sessionId: SessionId, kind: Kind) =>
  phone
    .eventsOf(sessionId)
    .find((event): event is Extract<SessionEvent, { kind: Kind }> => event.kind === kind);

/** The end of a session, once it is there. A stack has its own words for the reason. */
export async function endOf(phone: Phone, sessionId: SessionId) {
  await eventually(() => phone.eventsOf(sessionId).at(-1)?.kind).toBe('ended');
  const last = phone.eventsOf(sessionId).at(-1);
  if (last?.kind !== 'ended') throw new Error('The session goes on.');
  const { cause, initiator, sipCode } = last.end;
  return { state: last.state, confirmed: last.confirmed, cause, initiator, sipCode };
}

/** What the tests of a stage begin with. Every phone is stopped after its test. */
export function setUpScene(setStage: () => SignallingStage) {
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
  return { start, register, ring, connect };
}
