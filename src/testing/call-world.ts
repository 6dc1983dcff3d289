import { createCallControls } from '#core/call/call-controls.ts';
import type { CallEnd } from '#core/call/call-end.ts';
import { createClientCallHandler } from '#core/call/call-handler.ts';
import type { CallInfo } from '#core/call/call-info.ts';
import { isTerminated, type CallState } from '#core/call/call-state.ts';
import type { TransferStatus } from '#core/call/call-transfer.ts';
import { createConference } from '#core/call/conference.ts';
import type { CallAction } from '#core/call/decision.ts';
import { applySessionEvent } from '#core/call/session-events.ts';
import { toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import { asCallId, asSessionId, type CallId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import type { SessionState } from '#core/signalling/session.ts';
import { createEventWitness } from './event-witness.ts';
import { createFakeCallAudio, fakeSource } from './fake-media.ts';
import { createSlowPeer } from './slow-peer.ts';

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
export const happenings = [
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

const directions = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const;
const sdpOf = (variant: number): string =>
  `v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=${directions[variant % directions.length]}\r\n`;
const transferStatuses: readonly TransferStatus[] = ['Accepted', 'Ringing', 'Completed', { Failed: '486' }];

/** A handler with everything that is remembered about it from outside. */
export function createWorld(historyLimit: number) {
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

export type World = ReturnType<typeof createWorld>;

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

/** Lets it happen. What the call does not allow is refused. */
export function happen(
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
