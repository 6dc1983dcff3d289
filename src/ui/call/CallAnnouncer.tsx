import { memo } from 'react';
import { useStore } from 'zustand';
import { describeCallEnd } from '#core/call/call-end-words.ts';
import { isTerminated } from '#core/call/call-state.ts';
import { isTalking } from '#core/call/capabilities.ts';
import { remoteName, selectCall } from '#core/call/selectors.ts';
import type { CallId } from '#core/shared/ids.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { useKnownName } from '../shared/use-party-name.ts';
import { words } from '../words.ts';
import { callPhaseWords } from './call-phase-words.ts';
import type { StageCalls } from './use-stage-calls.ts';

/**
 * Says what becomes of each call, and of one's own voice in it, once and on every page, to who does not see it. The region is
 * there before anything is said, as screen readers want it; lines keep their order, as one that moves would be said again.
 */
export function CallAnnouncer({ calls: { live, ended } }: { readonly calls: StageCalls }) {
  return (
    <div aria-live="polite" className="unseen">
      {[...live, ...ended].toSorted().map((callId) => (
        <Line key={callId} callId={callId} />
      ))}
    </div>
  );
}

const Line = memo(function Line({ callId }: { readonly callId: CallId }) {
  const softphone = useSoftphone();
  const call = useStore(softphone.calls, (state) => selectCall(state, callId));
  const isMember = useStore(softphone.conference, (members) => members.has(callId));
  const talksMuted = useStore(softphone.talkingWhileMuted);
  const knownName = useKnownName(call);
  if (call === undefined) return null;
  const name = knownName ?? remoteName(call);
  const phase = isTerminated(call.state)
    ? describeCallEnd(call, words, name).sentence
    : callPhaseWords(call, isMember);
  const voice = talksMuted ? words.call.talkingWhileMuted : words.call.muted;
  const isMuted = call.microphoneMuted && isTalking(call);
  // What goes on ends in dots already.
  const stop = phase.endsWith('…') ? '' : '.';
  return <p>{`${words.call.region(name)}: ${phase}${isMuted ? `${stop} ${voice}` : ''}`}</p>;
});
