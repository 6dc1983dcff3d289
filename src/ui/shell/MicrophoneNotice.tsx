import { Mic } from 'lucide-react';
import { useStore } from 'zustand';
import { Notice } from '../shared/Notice.tsx';
import { usePage } from '../shared/page-context.ts';
import { words } from '../words.ts';

/** In a small window: the browser asks for the microphone in the page behind it, where nobody may look. */
export function MicrophoneNotice() {
  if (!useStore(usePage().asksElsewhere)) return null;
  return (
    <Notice tone="info" icon={Mic}>
      <p role="status">{words.smallWindow.microphone}</p>
    </Notice>
  );
}
