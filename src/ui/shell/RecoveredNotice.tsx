import { LifeBuoy } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { goTo } from '../shared/addresses.ts';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import { useRoute } from './use-route.ts';

/** Offers what was found of a crash, until the person has seen the page on which it is. */
export function RecoveredNotice() {
  const { size } = useStore(useSoftphone().recordings, ({ recovered }) => recovered);
  const isShown = useRoute() === 'recordings';
  const [seen, setSeen] = useState(0);
  if (isShown && seen !== size) setSeen(size);
  if (isShown || size <= seen) return null;
  const show = <Button onClick={() => goTo('recordings')}>{words.showRecordings}</Button>;
  return (
    <Notice tone="warning" icon={LifeBuoy} action={show}>
      <p role="status">{words.recovered(size - seen)}</p>
    </Notice>
  );
}
