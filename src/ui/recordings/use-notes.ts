import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { useSoftphone } from '../shared/softphone-context.ts';

/** After the last key: what goes wrong is seen while the person is still here. */
const keepAfterMs = 2000;

/** What is typed about a recording, and what has become of it. */
export interface TypedNotes {
  readonly typed: string;
  readonly error: PhoneErrorDetail | null;
  readonly type: (text: string) => void;
  /** Keeps what was typed since it was kept last. */
  readonly keep: () => Promise<void>;
}

/** Keeps what is typed also when nobody leaves its field: a moment after the last key, and when the field or the page goes. */
export function useNotes({ meta, notes = '' }: RecordingItem, canKeep: boolean): TypedNotes {
  const { setNotes } = useSoftphone();
  const [typed, setTyped] = useState(notes);
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  const isUnsaved = useRef(false);
  const keep = async () => {
    if (!canKeep || !isUnsaved.current) return;
    isUnsaved.current = false;
    try {
      await setNotes(meta.recordingId, typed);
      setError(null);
    } catch (thrown) {
      isUnsaved.current = true;
      setError(toPhoneErrorDetail(thrown));
    }
  };
  const keepLatest = useEffectEvent(() => void keep());
  useEffect(() => {
    if (!canKeep || typed === notes) return undefined;
    const timer = setTimeout(keepLatest, keepAfterMs);
    return () => clearTimeout(timer);
  }, [canKeep, typed, notes]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'hidden') keepLatest();
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      keepLatest();
    };
  }, []);
  return {
    typed,
    error,
    type(text) {
      isUnsaved.current = true;
      setTyped(text);
    },
    keep,
  };
}
