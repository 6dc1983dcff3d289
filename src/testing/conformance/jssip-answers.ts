import type { CallInfo } from '#core/call/call-info.ts';
import { followLifecycle } from '#core/call/lifecycle-hooks.ts';
import { applySessionEvent } from '#core/call/session-events.ts';
import type { HangupMeta } from '#core/hooks/call-meta.ts';
import { nopLifecycle } from '#core/hooks/lifecycle-sink.ts';
import type { LifecycleSink } from '#core/hooks/lifecycle-sink.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { translateSession } from '#platform/sip-jssip/to-session-event.ts';
import type { JssipSessionSource } from '#platform/sip-jssip/to-session-event.ts';
import { createBench, firstCall, firstSession, incomingSession } from './call-bench.ts';

/** `ended remote "Terminated" 200` and the like: event, who, cause, SIP status; each but the first may be absent. */
const eventForm = /^(\w+)(?: (local|remote|system))?(?: "([^"]*)")?(?: (\d{3}))?$/;

/** The data that JsSIP gives with an event, as far as the case says. */
function jssipData(originator: string | undefined, cause: string | undefined, status: string | undefined) {
  const response = status === undefined ? null : { status_code: Number(status), reason_phrase: cause ?? '' };
  return {
    originator,
    cause,
    message: response,
    response,
    request: { call_id: 'cid@host', getHeader: () => '<sip:carol@example.com>' },
    dtmf: { tone: '1', duration: 100 },
  };
}

const words = (hook: string, { initiator, sipCode }: HangupMeta): string =>
  sipCode === 0 ? `${hook} ${initiator}` : `${hook} ${initiator} ${sipCode}`;

/** A sink that writes down what it is told. */
function writingSink(told: string[]): LifecycleSink {
  return {
    ...nopLifecycle,
    onRinging: () => void told.push('onRinging'),
    onEstablished: () => void told.push('onEstablished'),
    onTransferStarted: () => void told.push('onTransferStarted'),
    onBye: (_meta, hangup) => void told.push(words('onBye', hangup)),
    onFailed: (_meta, hangup) => void told.push(words('onFailed', hangup)),
  };
}

async function runSession(events: readonly string[]): Promise<unknown> {
  const handler = createBench();
  const states: CallInfo['state'][] = [];
  const hooks: string[] = [];
  handler.store.subscribe(({ callInfo }) => {
    const state = callInfo.get(firstCall)?.state;
    if (state !== undefined && state !== states.at(-1)) states.push(state);
  });
  followLifecycle({
    store: handler.store,
    sink: writingSink(hooks),
    finishRecording: () => null,
    logger: silentLogger,
  });

  const listeners = new Map<string, (data: never) => void>();
  const session: JssipSessionSource = { on: (name, listener) => listeners.set(name, listener) };
  for (const line of events) {
    const [, name = '', originator, cause, status] = eventForm.exec(line) ?? [];
    if (name === '') throw new Error(`Unreadable event: ${line}`);
    if (name === 'newRTCSession') {
      const direction = originator === 'remote' ? 'incoming' : 'outgoing';
      if (direction === 'incoming') {
        handler.setEventHandler({ onIncomingCall: () => ({ kind: 'ignore' }) });
        void handler.onIncomingCall(incomingSession(firstSession));
      } else {
        const call = { targetUri: 'sip:bob@example.com', localUri: 'sip:alice@example.com' };
        handler.attachSession(handler.registerOutgoingCall(call), firstSession);
      }
      translateSession(session, { direction, connectionLost: () => false }, (event) =>
        applySessionEvent(handler, firstSession, event),
      );
    } else {
      listeners.get(name)?.(jssipData(originator, cause, status) as never);
    }
    // A hook may wait for the recording, which is finished at once here.
    await Promise.resolve();
  }
  await new Promise(setImmediate);
  return { states, hooks };
}

export const jssipAnswers = {
  jssip_mapping: ({ events }: { readonly events: readonly string[] }) => runSession(events),
};
