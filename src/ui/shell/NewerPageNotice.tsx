import { Sparkles } from 'lucide-react';
import { useStore } from 'zustand';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';
import { usePage } from '../shared/page-context.ts';
import { words } from '../words.ts';

/** Offers a new version of the phone. Not in a call: a reload would end it. */
export function NewerPageNotice({ inCall }: { readonly inCall: boolean }) {
  const isNewer = useStore(usePage().newerPage);
  if (!isNewer || inCall) return null;
  const reload = <Button onClick={() => location.reload()}>{words.newerPage.reload}</Button>;
  return (
    <Notice tone="info" icon={Sparkles} action={reload}>
      <p role="status">{words.newerPage.ready}</p>
    </Notice>
  );
}
