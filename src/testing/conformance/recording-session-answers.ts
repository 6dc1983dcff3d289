import { createRecordingSession } from '#core/hooks/recording-session.ts';
import type { FinishedRecording, RecordedCall } from '#core/hooks/recording-session.ts';
import { ChannelCaller, FormatSN3 } from '#core/hooks/recording-sink.ts';
import type { RecordingArtifact, RecordingResult, RecordingSink } from '#core/hooks/recording-sink.ts';
import type { CallMeta } from '#core/hooks/call-meta.ts';
import { asCallId, asSipCallId, type CallId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createFakeClock } from '../fake-clock.ts';
import { createSn3Capture } from './sn3-capture.ts';

type Op = 'enable' | 'caller pcm' | 'agent pcm' | 'empty pcm' | 'rtp frame' | 'flush';

interface SessionInput {
  readonly begin?: boolean;
  readonly ops?: readonly Op[];
  readonly meta?: Partial<RecordedCall>;
  readonly frames?: number;
  readonly result?: Partial<RecordingResult>;
  readonly finishError?: boolean;
  readonly sinkThrows?: boolean;
}

const call: RecordedCall = {
  callId: asCallId('c1'),
  correlationId: asSipCallId(''),
  direction: 'inbound',
  scenario: '',
  tenantId: 0,
  remoteAddr: '',
  localIp: '',
  codec: 'PCMU',
  startedAt: 0,
};

/** Everything that happens in a call. */
const wholeCall = (frames: number): readonly Op[] => [
  'enable',
  'caller pcm',
  ...Array.from({ length: frames }, () => 'rtp frame' as const),
  'flush',
];

/** What the sink was told. */
interface Told {
  meta: CallMeta | undefined;
  readonly samples: [callId: string, channel: string][];
  readonly artifacts: RecordingArtifact[];
}

function createSink(told: Told, input: SessionInput): RecordingSink {
  const mayThrow = () => {
    if (input.sinkThrows) throw new Error('broken');
  };
  return {
    beginRecording(meta) {
      told.meta = meta;
      mayThrow();
      return input.begin ?? true;
    },
    appendPcm(callId, channel) {
      told.samples.push([callId, channel === ChannelCaller ? 'ChannelCaller' : 'ChannelAgent']);
      mayThrow();
    },
    finishRecording(_signal, artifact) {
      told.artifacts.push(artifact);
      mayThrow();
      if (input.finishError) return Promise.reject(new Error('broken'));
      return Promise.resolve({ url: '', objectKey: '', bytes: 0, ...input.result });
    },
  };
}

async function runSession(input: SessionInput): Promise<unknown> {
  const told: Told = { meta: undefined, samples: [], artifacts: [] };
  const capture = createSn3Capture({ nowNs: () => 0n });
  const session = createRecordingSession({
    sessionId: '<session id>',
    sink: createSink(told, input),
    sampleRateHz: 16000,
    clock: createFakeClock(),
    createAbort: () => new AbortController(),
    logger: silentLogger,
  });
  const captured = (callId: CallId): Promise<RecordingArtifact> =>
    Promise.resolve({
      callId,
      format: FormatSN3,
      payload: capture.take(),
      codec: 'PCMU',
      sampleRateHz: 8000,
      channels: 1,
      sn3: null,
    });
  const pcm = Int16Array.of(1, 2);
  let outcome: FinishedRecording | undefined;
  const run: Readonly<Record<Op, () => unknown>> = {
    enable: () => session.enable({ ...call, ...input.meta }),
    'caller pcm': () => session.writeCallerPcm(pcm),
    'agent pcm': () => session.writeAgentPcm(pcm),
    'empty pcm': () => session.writeCallerPcm(Int16Array.of()),
    'rtp frame': () =>
      capture.append({ direction: 0, sequenceNumber: 1, rtpTimestamp: 0, payload: Uint8Array.of(1) }),
    flush: async () => (outcome = await session.flush(captured)),
  };

  let failures = 0;
  for (const op of input.ops ?? wholeCall(input.frames ?? 0)) {
    try {
      await run[op]();
    } catch {
      failures += 1;
    }
  }
  const artifact = told.artifacts[0];
  return {
    ...told.meta,
    appendPCM: told.samples.length === 0 ? 0 : told.samples,
    finish: told.artifacts.length,
    artifact: { ...artifact, payloadNonEmpty: artifact?.payload instanceof Uint8Array },
    payload: artifact?.payload,
    ok: outcome !== undefined && (outcome.artifact.payload !== null || outcome.result.bytes > 0),
    url: outcome?.result.url,
    callUnaffected: failures === 0,
  };
}

export const recordingSessionAnswers = { hooks_session: runSession };
