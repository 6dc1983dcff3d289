import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeCallAudio, fakeSource } from '#testing/fake-media.ts';
import { recountCalls } from '#testing/recount-calls.ts';
import { overreachOf } from '#testing/call-overreach.ts';
import { createEventWitness } from '#testing/event-witness.ts';
import { createSlowPeer } from '#testing/slow-peer.ts';
import { toPhoneErrorDetail } from '../errors/phone-error.ts';
import { asCallId, asSessionId, type CallId } from '../shared/ids.ts';
import { silentLogger } from '../shared/logger.ts';
import type { SessionState } from '../signalling/session.ts';
import { createCallControls } from './call-controls.ts';
import { isTalking } from './capabilities.ts';
import type { CallEnd } from './call-end.ts';
import { createClientCallHandler } from './call-handler.ts';
import { createConference } from './conference.ts';
import type { CallInfo } from './call-info.ts';
import { isTerminated, type CallState } from './call-state.ts';
import type { TransferStatus } from './call-transfer.ts';
import type { CallAction } from './decision.ts';
import { applySessionEvent } from './session-events.ts';
import { countCalls } from './statistics.ts';

const sessionStates: readonly SessionState[] = [
  'Initiating',
  'Ringing',
  'Active',
  'OnHold',
  'Transferring',
  'Terminating',
  'Terminated',
  'Cancelled',
  { Failed: 'x' },
];
const end: CallEnd = { cause: 'hung-up', initiator: 'remote', sipCode: null, reason: 'x' };
const actions: readonly (CallAction | 'throw')[] = [
  { kind: 'accept' },
  { kind: 'reject' },
  { kind: 'ignore' },
  { kind: 'forward', targetUri: 'sip:c@x' },
  'throw',
];

/** Everything that can happen, as [name, which call (0 is the newest), which session, which variant]. */
const happenings = [
  'incoming',
  'answerOfApplication',
  'register',
  'attach',
  'inviteSent',
  'progressed',
  'accepted',
  'confirmed',
  'terminating',
  'ended',
  'stateChanged',
  'updateFromSession',
  'answer',
  'reject',
  'hangUp',
  'endCall',
  'mute',
  'store',
  'renegotiated',
  'holdChanged',
  'dtmfReceived',
  'measured',
  'transferRequested',
  'transferProgressed',
  'declineTransfer',
  'acceptTransfer',
  'incomingInPlace',
  'joinConference',
  'leaveConference',
  'hold',
  'resume',
  'sendDtmf',
  'transfer',
  'transferToCall',
  'peerAnswers',
] as const;
const happening = fc.tuple(fc.constantFrom(...happenings), fc.nat(3), fc.nat(3), fc.nat(8));

const directions = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const;
const sdpOf = (variant: number): string =>
  `v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=${directions[variant % directions.length]}\r\n`;
const transferStatuses: readonly TransferStatus[] = ['Accepted', 'Ringing', 'Completed', { Failed: '486' }];

/** A handler with everything that is remembered about it from outside. */
function createWorld(historyLimit: number) {
  let now = 0;
  let ids = 0;
  const handler = createClientCallHandler({
    clock: { nowMs: () => (now += 1), setTimer: () => () => undefined },
    createId: () => `c${(ids += 1) - 1}`,
    logger: silentLogger,
    historyLimit,
    maxConcurrentCalls: 5,
  });
  const answers: ((action: CallAction | 'throw') => void)[] = [];
  const states = new Map<CallId, CallState>();
  const finalEvents = new Map<CallId, number>();
  const ended = new Map<CallId, CallInfo>();
  const attached = new Set<CallId>();
  const { untrue, listen } = createEventWitness();
  const peer = createSlowPeer((sessionId, event) => applySessionEvent(handler, sessionId, event));
  const controls = createCallControls(handler, () => peer.port);
  const { mix, mixed } = createFakeCallAudio();
  const conference = createConference({
    calls: handler,
    local: (callId) => fakeSource(`microphone of ${callId}`),
    remote: (callId) => fakeSource(`voice of ${callId}`),
    mix,
    send: () => undefined,
    record: () => undefined,
  });

  handler.subscribe(listen);
  handler.setEventHandler({
    onIncomingCall: () =>
      new Promise((resolve, reject) => {
        answers.push((action) => (action === 'throw' ? reject(new Error('x')) : resolve(action)));
      }),
  });
  handler.subscribe((event) => {
    if (event.kind === 'IncomingCall') {
      states.set(event.callId, 'IncomingPending');
      attached.add(event.callId);
    }
    if (event.kind !== 'CallStateChanged') return;
    if (event.previousState !== (states.get(event.callId) ?? null)) untrue.push(event);
    states.set(event.callId, event.newState);
    if (isTerminated(event.newState)) finalEvents.set(event.callId, (finalEvents.get(event.callId) ?? 0) + 1);
  });
  return {
    handler,
    controls,
    conference,
    mixed,
    peer,
    answers,
    states,
    finalEvents,
    ended,
    attached,
    untrue,
  };
}

type World = ReturnType<typeof createWorld>;

const isRefusal = (error: unknown): boolean => toPhoneErrorDetail(error).code.startsWith('call/');

/** Commands that the call does not allow reject; here that is nothing to worry about. */
function tryCommand(command: () => unknown): void {
  try {
    const result = command();
    if (result instanceof Promise)
      result.catch((error: unknown) => {
        if (!isRefusal(error)) throw error;
      });
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

function happen(
  { handler, controls, conference, peer, answers, states, attached }: World,
  [name, c, s, v]: readonly [string, number, number, number],
): void {
  const callId = [...states.keys()].at(-1 - c) ?? asCallId('nobody');
  const otherCall = [...states.keys()].at(-1 - v) ?? asCallId('nobody');
  const sessionId = asSessionId(`s${s}`);
  const state = sessionStates[v] ?? 'Active';
  const session = { sessionId, from: '<sip:a@x>', to: '<sip:b@x>', sdp: null, headers: {} };
  const whatHappens: Readonly<Record<string, () => unknown>> = {
    incoming: () => handler.onIncomingCall(session),
    answerOfApplication: () => answers.shift()?.(actions[v % actions.length] ?? 'throw'),
    register: () => handler.registerOutgoingCall({ targetUri: 'sip:b@x', localUri: 'sip:a@x' }),
    attach: () => handler.attachSession(callId, sessionId) && attached.add(callId),
    inviteSent: () => applySessionEvent(handler, sessionId, { kind: 'inviteSent', sipCallId: `cid${v}` }),
    progressed: () =>
      applySessionEvent(handler, sessionId, { kind: 'progressed', sipCode: v > 4 ? 183 : 180, reason: '' }),
    accepted: () =>
      applySessionEvent(handler, sessionId, {
        kind: 'accepted',
        localSdp: sdpOf(0),
        remoteSdp: v > 4 ? sdpOf(v) : null,
      }),
    confirmed: () => applySessionEvent(handler, sessionId, { kind: 'confirmed' }),
    terminating: () => applySessionEvent(handler, sessionId, { kind: 'terminating' }),
    ended: () => handler.onCallEnded({ sessionId, state }, end),
    stateChanged: () => handler.onCallStateChanged(sessionId, state, null),
    updateFromSession: () => handler.updateCallInfoFromSession(callId, { sessionId, state }),
    answer: () => handler.answerCall(callId),
    reject: () => handler.rejectCall(callId),
    hangUp: () => handler.hangUpCall(callId),
    endCall: () => handler.endCall(callId, end),
    mute: () => handler.setMuted(callId, v > 4),
    store: () => handler.storeIncomingCall(callId, session),
    renegotiated: () =>
      applySessionEvent(handler, sessionId, {
        kind: 'renegotiated',
        localSdp: v > 4 ? null : sdpOf(v),
        remoteSdp: sdpOf(v >> 1),
      }),
    holdChanged: () =>
      applySessionEvent(handler, sessionId, {
        kind: 'holdChanged',
        originator: v > 4 ? 'local' : 'remote',
        onHold: v % 2 === 0,
      }),
    dtmfReceived: () =>
      applySessionEvent(handler, sessionId, { kind: 'dtmfReceived', digit: '5', durationMs: 100 }),
    measured: () => handler.onMediaQuality(sessionId, { mosScore: v / 2, packetLossPercent: v, jitterMs: v }),
    transferRequested: () =>
      applySessionEvent(handler, sessionId, {
        kind: 'transferRequested',
        targetUri: 'sip:c@x',
        referredBy: null,
        isAttended: false,
      }),
    transferProgressed: () =>
      applySessionEvent(handler, sessionId, {
        kind: 'transferProgressed',
        status: transferStatuses[v % transferStatuses.length] ?? 'Ringing',
      }),
    declineTransfer: () => handler.declineTransfer(callId),
    acceptTransfer: () => handler.acceptTransfer(callId),
    incomingInPlace() {
      void handler.onIncomingCall({ ...session, replaces: asSessionId(`s${v % 4}`) });
      const taken = handler.store.getState().callMapping.get(sessionId);
      if (taken !== undefined) handler.answerCall(taken);
    },
    joinConference: () => conference.join([callId, otherCall]),
    leaveConference: () => conference.leave(callId),
    hold: () => controls.hold(callId),
    resume: () => controls.resume(callId),
    sendDtmf: () => controls.sendDtmf(callId, '1'),
    transfer: () => controls.transfer(callId, 'sip:c@x'),
    transferToCall: () => controls.transferToCall(callId, otherCall),
    peerAnswers: () => peer.answer(v > 2),
  };
  tryCommand(() => whatHappens[name]?.());
}

/** What connects a call in each of the sessions, so that most sequences have something to control. */
const beginnings = [0, 1, 2].map((session) =>
  (['register', 'attach', 'accepted', 'confirmed'] as const).map((name) => [name, 0, session, 0] as const),
);

/** What of the promises is not kept; empty when all are. */
function faultsOf(world: World): readonly string[] {
  const { handler, conference, mixed, states, finalEvents, ended, attached, untrue } = world;
  const { callInfo, liveCalls, callMapping, sessionMapping, incomingCalls } = handler.store.getState();
  const members = conference.members.getState();
  const live = [...states].flatMap(([callId, state]) => (isTerminated(state) ? [] : [callId]));
  const mapped = live.filter((callId) => attached.has(callId));
  const kept = [...callInfo.values()];
  const keptStates = kept.map(({ callId }) => states.get(callId));
  const over = kept.filter(({ state }) => isTerminated(state));
  const revived = over.filter((call) => (ended.get(call.callId) ?? call) !== call);
  for (const call of over) ended.set(call.callId, call);

  const promises = {
    'what is told is true': untrue.length === 0,
    'the mappings are inverse': same(
      [...sessionMapping].map(([callId, sessionId]) => [sessionId, callId]),
      [...callMapping],
    ),
    'live calls are those that did not end': same([...liveCalls.keys()], live),
    'live calls with a session are the mapped ones': same([...callMapping.values()].sort(), mapped.sort()),
    'live calls are never dropped': live.every((callId) => callInfo.get(callId) === liveCalls.get(callId)),
    'states are the reported ones': kept.every(({ callId, state }) => states.get(callId) === state),
    'every end is reported once': [...states].every(
      ([callId, state]) => (finalEvents.get(callId) ?? 0) === (isTerminated(state) ? 1 : 0),
    ),
    'an ended call never changes': revived.length === 0,
    'an ended call says why': over.every(({ end, endedAt }) => end !== null && endedAt !== null),
    'incoming calls wait for a decision': [...incomingCalls.keys()].every(
      (callId) => liveCalls.get(callId)?.state === 'IncomingPending',
    ),
    'who is in the conference can be heard, and nobody is in one alone':
      members.size !== 1 &&
      [...liveCalls.values()].filter((call) => isTalking(call) && members.has(call.callId)).length ===
        members.size,
    'there is one mix for each of them': mixed().length === members.size,
    'statistics equal a recount': same(
      countCalls(callInfo.values()),
      recountCalls(kept, keptStates, live.length),
    ),
  };
  return Object.entries(promises).flatMap(([promise, isKept]) => (isKept ? [] : [promise]));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

describe('client call handler', () => {
  it('stays sound whatever happens, in whatever order', async () => {
    const sequences = fc.record({
      historyLimit: fc.constantFrom(1, 3, 100),
      connectedCalls: fc.nat(3),
      sequence: fc.array(happening, { minLength: 5, maxLength: 50, size: 'max' }),
    });
    await fc.assert(
      fc.asyncProperty(sequences, async ({ historyLimit, connectedCalls, sequence }) => {
        const world = createWorld(historyLimit);
        for (const each of [...beginnings.slice(0, connectedCalls).flat(), ...sequence]) {
          const before = world.handler.store.getState().callInfo;
          happen(world, each);
          // What the application answered reaches the handler a few microtasks later.
          for (let tick = 0; tick < 4; tick += 1) await Promise.resolve();
          const after = world.handler.store.getState().callInfo;
          expect([...overreachOf(before, after), ...faultsOf(world)]).toEqual([]);
        }
      }),
      { numRuns: 10_000 },
    );
  }, 300_000);
});
