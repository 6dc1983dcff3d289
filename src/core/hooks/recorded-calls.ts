import type { CallInfo } from '../call/call-info.ts';
import { toCallMeta } from '../call/lifecycle-hooks.ts';
import type { SamplesListener } from '../recording/recorder-port.ts';
import type { CallId } from '../shared/ids.ts';
import { createRecordingSession } from './recording-session.ts';
import type { FinishedRecording, RecordingSession, RecordingSessionDeps } from './recording-session.ts';
import type { RecordingArtifact } from './recording-sink.ts';

/** The recordings of all calls, as their sink sees them. Nothing here throws or rejects, whatever the sink does. */
export interface RecordedCalls {
  /** A recording begins. Brings who wants its samples; null when the sink wants none, and while one is under way. */
  readonly begin: (call: CallInfo) => SamplesListener | null;
  /** The recording that is under way ends: the sink gets it. */
  readonly finish: (callId: CallId) => void;
  /** The call is over. Resolves with its last recording when the sink is done with it; null where it has none. To be called once. */
  readonly end: (callId: CallId) => Promise<FinishedRecording> | null;
}

/** What they are made of. `capture` ends the capture of a call and brings what came of it; it never rejects. */
export interface RecordedCallsDeps extends Required<Omit<RecordingSessionDeps, 'sessionId'>> {
  readonly capture: (callId: CallId) => Promise<RecordingArtifact>;
}

/** Makes the keeper of them. */
export function createRecordedCalls({ capture, ...deps }: RecordedCallsDeps): RecordedCalls {
  const underWay = new Map<CallId, RecordingSession>();
  const finished = new Map<CallId, Promise<FinishedRecording>>();

  const finish = (callId: CallId): void => {
    const session = underWay.get(callId);
    if (session === undefined) return;
    underWay.delete(callId);
    finished.set(callId, session.flush(capture));
  };

  return {
    begin(call) {
      if (underWay.has(call.callId)) return null;
      const session = createRecordingSession({ ...deps, sessionId: call.callId });
      underWay.set(call.callId, session);
      if (!session.enable(toCallMeta(call))) return null;
      return (remote, local) => {
        session.writeCallerPcm(remote);
        session.writeAgentPcm(local);
      };
    },
    finish,
    end(callId) {
      finish(callId);
      const last = finished.get(callId) ?? null;
      finished.delete(callId);
      return last;
    },
  };
}
