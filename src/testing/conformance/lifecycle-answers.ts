import type { ClientCallHandler } from '#core/call/call-handler.ts';
import type { CallInfo } from '#core/call/call-info.ts';
import type { CallAction, CallDecision } from '#core/call/decision.ts';
import { asCallId, asSessionId } from '#core/shared/ids.ts';
import type { IncomingSession, SessionState } from '#core/signalling/session.ts';
import { toSeedError } from './answers.ts';
import { bringCall, createBench, firstCall, firstSession, incomingSession } from './call-bench.ts';
import type { GivenCall } from './call-bench.ts';
import { observe } from './lifecycle-observer.ts';

interface LifecycleInput {
  readonly given?: {
    readonly handler?: keyof typeof actions | null;
    readonly callInfo?: GivenCall & { readonly endedAt?: string | null };
    readonly maxConcurrentCalls?: number;
    readonly activeCalls?: number;
  };
  readonly calls: readonly Step[];
}

type Step = Readonly<Record<string, unknown>>;

const actions = {
  Accept: { kind: 'accept' },
  Reject: { kind: 'reject' },
  Ignore: { kind: 'ignore' },
} as const satisfies Record<string, CallAction>;

function toSeedDecision(decision: CallDecision) {
  if (decision.kind === 'accept') return { Accept: decision.sdp };
  if (decision.kind === 'reject') return { Reject: decision.reason };
  return decision.kind === 'forward' ? { Forward: decision.targetUri } : 'Defer';
}

type Observer = ReturnType<typeof observe>;
type Answer = Readonly<Record<string, unknown>> | undefined;

/** Each method of the seed on ours. What a step answers goes into the case's answer. */
const steps: Readonly<
  Record<
    string,
    (handler: ClientCallHandler, argument: never, observer: Observer) => Answer | Promise<Answer> | void
  >
> = {
  async on_incoming_call(handler, session: IncomingSession, { order }) {
    const pending = handler.onIncomingCall(session);
    // Where there is no application its turn is over, unused, when the call returns.
    if (!order.includes('handler')) order.push('handler');
    const decision = await pending;
    order.push('decision');
    return { decision: toSeedDecision(decision) };
  },
  on_call_ended(handler, { sessionState, reason }: { sessionState: SessionState; reason: string }) {
    const end = { cause: 'hung-up', initiator: 'unknown', sipCode: null, reason } as const;
    handler.onCallEnded({ sessionId: firstSession, state: sessionState }, end);
  },
  on_call_established(handler, sdp: { localSdp: string | null; remoteSdp: string | null }) {
    handler.onCallEstablished({ sessionId: firstSession, state: 'Active' }, sdp.localSdp, sdp.remoteSdp);
  },
  on_call_state_changed(handler, change: { new: SessionState; reason: string | null }) {
    const confirmation = handler.onCallStateChanged(firstSession, change.new, change.reason);
    return { cleanupConfirmations: confirmation === null ? [] : [confirmation] };
  },
  update_call_info_from_session(handler, { sessionState }: { sessionState: SessionState }) {
    handler.updateCallInfoFromSession(firstCall, { sessionId: firstSession, state: sessionState });
  },
  make_call(handler, { from, to, subject }: { from: string; to: string; subject: string | null }) {
    handler.registerOutgoingCall({ localUri: from, targetUri: to, ...(subject === null ? {} : { subject }) });
  },
  answer_call: (handler, callId: string) => void handler.answerCall(asCallId(callId)),
  reject_call: (handler, callId: string) => void handler.rejectCall(asCallId(callId)),
  hangup_call: (handler, callId: string) => void handler.hangUpCall(asCallId(callId)),
  store_incoming_call(handler, callId: string) {
    bringCall(handler, { state: 'IncomingPending' });
    handler.storeIncomingCall(asCallId(callId), incomingSession(asSessionId('stored')));
  },
  get_incoming_call: (handler, callId: string) => ({
    found: handler.getIncomingCall(asCallId(callId)) !== null,
  }),
};

/** The times that a case names, by the names that it gave them. */
function nameTimes(call: CallInfo | undefined, given: GivenCall & { readonly endedAt?: string | null }) {
  const names = new Map<number, string>();
  if (call?.connectedAt && given.connectedAt) names.set(call.connectedAt, given.connectedAt);
  if (call?.endedAt && given.endedAt) names.set(call.endedAt, given.endedAt);
  return (timeMs: number | null | undefined) => (timeMs ? (names.get(timeMs) ?? timeMs) : null);
}

async function runLifecycle({ given = {}, calls }: LifecycleInput): Promise<unknown> {
  const handler = createBench(given);
  const givenCall = given.callInfo;
  if (givenCall !== undefined) bringCall(handler, givenCall);
  for (let call = 0; call < (given.activeCalls ?? 0); call += 1) bringCall(handler, { state: 'Connected' });
  const observer = observe(handler);
  const action = given.handler === null ? null : actions[given.handler ?? 'Ignore'];
  handler.setEventHandler(action === null ? null : observer.application(action));

  const answers: Record<string, unknown> = { ok: true, throws: false };
  try {
    for (const [name, argument] of calls.flatMap((step) => Object.entries(step))) {
      const step = steps[name];
      if (step === undefined) throw new Error(`Unknown method: ${name}`);
      Object.assign(answers, await step(handler, argument as never, observer));
    }
  } catch (error) {
    Object.assign(answers, toSeedError(error), { ok: false, throws: true });
  }
  const report = observer.report();
  const nameTime = nameTimes(observer.before, givenCall ?? { state: 'Initiating' });
  const { callInfo } = report;
  const times = callInfo && {
    connectedAt: nameTime(callInfo.connectedAt),
    endedAt: nameTime(callInfo.endedAt),
  };
  return { ...report, callInfo: callInfo && { ...callInfo, ...times }, ...answers };
}

/** Handlers that count what they are told, by the names that the case gives them. */
function countByHandler(calls: readonly Step[]): Readonly<Record<string, number>> {
  const handler = createBench();
  const told: Record<string, number> = {};
  for (const { set_event_handler: name, event } of calls) {
    if (typeof name === 'string') {
      told[name] = 0;
      const count = () => void (told[name] = (told[name] ?? 0) + 1);
      handler.setEventHandler({ onIncomingCall: () => ({ kind: 'ignore' }), onNetworkEvent: count });
    }
    if (event !== undefined) {
      handler.publish({ kind: 'NetworkEvent', connected: true, reason: null, priority: 'Normal' });
    }
  }
  return told;
}

export const lifecycleAnswers = {
  lifecycle: (input: LifecycleInput) =>
    input.calls.some((step) => 'set_event_handler' in step)
      ? countByHandler(input.calls)
      : runLifecycle(input),
};
