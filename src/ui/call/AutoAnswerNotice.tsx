import { Mic } from 'lucide-react';
import { useStore } from 'zustand';
import type { CallId } from '#core/shared/ids.ts';
import { Notice } from '../shared/Notice.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';

/** That the phone, and not the person, has let the other side hear them. For as long as the call goes on. */
export function AutoAnswerNotice({ callId }: { readonly callId: CallId }) {
  const isByItself = useStore(useSoftphone().autoAnswers, (calls) => calls.get(callId)?.phase === 'answered');
  if (!isByItself) return null;
  return (
    <Notice tone="warning" icon={Mic} urgent>
      <p>{words.call.answeredByItself}</p>
    </Notice>
  );
}
