import { DirectionInbound, DirectionOutbound, hangupInitiators } from '#core/hooks/call-meta.ts';
import type { CallMeta, HangupMeta } from '#core/hooks/call-meta.ts';
import { nopLifecycle } from '#core/hooks/lifecycle-sink.ts';
import type { LifecycleSink } from '#core/hooks/lifecycle-sink.ts';
import {
  ChannelAgent,
  ChannelCaller,
  FormatSN3,
  FormatStereoPCM,
  nopRecording,
  nothingCaptured,
  nothingKept,
} from '#core/hooks/recording-sink.ts';
import { defaultRegistry } from '#core/hooks/registry.ts';
import { asCallId } from '#core/shared/ids.ts';
import { toCallMeta, toHangupMeta } from '#core/call/lifecycle-hooks.ts';
import { newOutgoingCall } from '#core/call/new-call.ts';

type HookInput =
  | { readonly args: readonly [CallMeta, number, string] }
  | { readonly args: readonly [null, object] }
  | { readonly calls: readonly (keyof LifecycleSink)[] }
  | Readonly<Record<string, never>>;

const callId = asCallId('c1');
const call = newOutgoingCall(
  callId,
  { targetUri: 'sip:bob@example.com', localUri: 'sip:alice@example.com' },
  0,
);
const meta: CallMeta = toCallMeta(call);
const hangup: HangupMeta = toHangupMeta(call);

/** Arguments that each hook takes. */
const callHook: Readonly<Record<keyof LifecycleSink, (sink: LifecycleSink) => void>> = {
  onRinging: (sink) => sink.onRinging(meta),
  onEstablished: (sink) => sink.onEstablished(meta),
  onTransferStarted: (sink) => sink.onTransferStarted(meta, 'sip:carol@example.com'),
  onBridgeStarted: (sink) => sink.onBridgeStarted(callId, callId),
  onBye: (sink) => sink.onBye(meta, hangup, nothingCaptured(callId), nothingKept),
  onFailed: (sink) => sink.onFailed(meta, hangup, nothingKept),
};

/** Everything that the contracts fix: the initiators as a list, the constants and the default sinks by name. */
const fixed = Object.assign([...hangupInitiators], {
  FormatSN3,
  FormatStereoPCM,
  ChannelCaller,
  ChannelAgent,
  DirectionInbound,
  DirectionOutbound,
  lifecycle: defaultRegistry.lifecycle,
  recording: defaultRegistry.recording,
});

export const hookAnswers = {
  async hooks(input: HookInput) {
    if ('calls' in input) {
      const results = input.calls.map((hook) => callHook[hook](nopLifecycle));
      return results.every((result) => result === undefined) ? 'no effect, no throw' : results;
    }
    if (!('args' in input)) return fixed;
    if (input.args.length === 3) return nopRecording.beginRecording(...input.args);
    const result = await nopRecording.finishRecording({ aborted: false }, nothingCaptured(callId));
    return { result, error: null };
  },
};
