import { useCallback, useState } from 'react';
import { words } from '../words.ts';
import { formatPercent } from './format.ts';
import { saveTextFile } from './save-file.ts';

/** What is shorter is over before anybody wonders. */
const unseenMs = 500;

/** A text that is saved as a file. */
export interface TextFile {
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly lines: Iterable<string>;
  /** About how many there are. */
  readonly count: number;
}

/** Saves a text, and says how far that is where it takes a while: null when there is nothing to say. */
export function useTextFile(): {
  readonly said: string | null;
  readonly save: (file: TextFile) => Promise<void>;
} {
  const [share, setShare] = useState<number | null>(null);
  const save = useCallback(async ({ name, type, lines, count }: TextFile): Promise<void> => {
    const beganAtMs = performance.now();
    await saveTextFile(name, type, lines, (written) => {
      if (performance.now() - beganAtMs >= unseenMs) setShare(written / count);
    });
    setShare(null);
  }, []);
  return { said: share === null ? null : words.people.saving(formatPercent(share, 1)), save };
}
