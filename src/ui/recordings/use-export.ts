import { useEffect, useRef, useState } from 'react';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { OnExported, StopSignal } from '#core/recording/export-port.ts';
import type { OpenedRecording } from '#core/upload/stored-recording.ts';
import { saveFile } from '../shared/save-file.ts';

/** One file at a time that is being made and then saved. */
export interface ExportWork {
  /** Null while none is being made. */
  readonly share: number | null;
  readonly error: PhoneErrorDetail | null;
  readonly run: (
    make: (onProgress: OnExported, signal: StopSignal) => Promise<OpenedRecording>,
    fileName: string,
  ) => Promise<void>;
  readonly stop: () => void;
}

/** Stops when its component goes. */
export function useExport(): ExportWork {
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  return {
    share,
    error,
    async run(make, fileName) {
      running.current?.abort();
      const mine = new AbortController();
      running.current = mine;
      setShare(0);
      setError(null);
      try {
        saveFile(await make(setShare, mine.signal), fileName);
      } catch (thrown) {
        if (!mine.signal.aborted) setError(toPhoneErrorDetail(thrown));
      }
      if (running.current === mine) setShare(null);
    },
    stop() {
      running.current?.abort();
      setShare(null);
    },
  };
}
