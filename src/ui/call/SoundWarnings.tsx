import { VolumeX } from 'lucide-react';
import { useStore } from 'zustand';
import type { CallInfo } from '#core/call/call-info.ts';
import { Notice } from '../shared/Notice.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';

/**
 * Says that a side is not heard. What the network shows says more than what a recording hears, and comes instead of it; that
 * nothing comes through at all says it all.
 */
export function SoundWarnings({ call: { callId, mediaLost } }: { readonly call: CallInfo }) {
  const softphone = useSoftphone();
  const oneWay = useStore(softphone.quality, (calls) => calls.get(callId)?.oneWay ?? null);
  const recording = useStore(softphone.recordings, ({ calls }) => calls.get(callId));
  const isRecorded = recording?.phase === 'on';
  const [remoteIsSilent, localIsSilent] = isRecorded ? recording.silent : [false, false];
  const remote = remoteIsSilent ? words.call.remoteIsSilent : null;
  const local = localIsSilent ? words.call.localIsSilent : null;
  const heard = [
    oneWay === 'nothing-arrives' ? words.call.nothingArrives : remote,
    oneWay === 'nothing-leaves' ? words.call.nothingLeaves : local,
    isRecorded && recording.soundless === true ? words.call.recordsNoSound : null,
  ].filter((line) => line !== null);
  const lines = mediaLost ? [words.call.mediaLost] : heard;
  if (lines.length === 0) return null;
  return (
    <Notice tone="warning" icon={VolumeX} urgent>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}
