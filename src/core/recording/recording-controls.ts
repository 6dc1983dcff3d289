import type { CallInfo } from '../call/call-info.ts';
import type { RecordingPolicy } from '../config/phone-config.ts';
import type { FrameTap } from '../media/frame-tap.ts';
import type { CallId } from '../shared/ids.ts';
import type { RecordingSources, SamplesListener } from './recorder-port.ts';
import type { RecordingService } from './recording-service-types.ts';

/** What decides about the recording of calls: the deployment's policy, and the person. */
export interface RecordingControls {
  /** To be told of a call whenever it is connected: begins what the policy says. What the person has decided stays. */
  readonly onConnected: (call: CallInfo) => void;
  readonly start: (callId: CallId) => void;
  readonly stop: (callId: CallId) => void;
  readonly decline: (callId: CallId) => void;
  readonly setPaused: (callId: CallId, paused: boolean) => void;
}

/** What the controls are made of. `begin` tells that a recording begins, and who listens; `finish` ends it and hands it over. */
interface RecordingControlsDeps {
  readonly policy: RecordingPolicy;
  readonly recordings: Pick<RecordingService, 'store' | 'offer' | 'start' | 'setPaused'>;
  readonly callOf: (callId: CallId) => CallInfo | undefined;
  readonly sourcesOf: (callId: CallId) => RecordingSources;
  readonly framesOf: (callId: CallId) => FrameTap | null;
  readonly begin: (call: CallInfo) => SamplesListener | null;
  readonly finish: (callId: CallId) => void;
}

/** Makes the controls. Every command is ignored where the call's recording state does not have it. */
export function createRecordingControls(deps: RecordingControlsDeps): RecordingControls {
  const { policy, recordings, callOf, sourcesOf, framesOf, finish } = deps;
  const phaseOf = (callId: CallId) => recordings.store.getState().calls.get(callId)?.phase;
  const begin = (call: CallInfo) =>
    recordings.start(call, sourcesOf(call.callId), deps.begin(call), framesOf(call.callId));

  return {
    onConnected(call) {
      if (phaseOf(call.callId) !== undefined || policy === 'never') return;
      if (policy === 'always') begin(call);
      else recordings.offer(call.callId, policy === 'ask');
    },
    start(callId) {
      const phase = phaseOf(callId);
      const call = callOf(callId);
      if (call === undefined || (phase !== 'asking' && phase !== 'off')) return;
      // What there is of one that has failed is handed over first.
      finish(callId);
      begin(call);
    },
    stop(callId) {
      if (phaseOf(callId) !== 'on' || policy === 'always') return;
      finish(callId);
      recordings.offer(callId, false);
    },
    decline(callId) {
      if (phaseOf(callId) === 'asking') recordings.offer(callId, false);
    },
    setPaused(callId, paused) {
      if (phaseOf(callId) === 'on') recordings.setPaused(callId, paused);
    },
  };
}
