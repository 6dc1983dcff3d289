import { type RefObject, useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { NumberLibrary } from './number-library.ts';
import { isFormattable, retype } from './typed-number.ts';

/** Null until the first number has to be given a form, and where it cannot be fetched: numbers stay as they are. */
let library: NumberLibrary | null = null;
let isLoading = false;
const listeners = new Set<() => void>();

async function load(): Promise<void> {
  if (isLoading || library !== null) return;
  isLoading = true;
  try {
    const { createNumberLibrary } = await import('./number-library.ts');
    library = createNumberLibrary(navigator.language);
    for (const listener of listeners) listener();
  } catch {
    // The next number tries again.
  }
  isLoading = false;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const useLibrary = (): NumberLibrary | null => useSyncExternalStore(subscribe, () => library);

/** Gives numbers their form, once the library for it is there; anything else stays as it is. */
export function useNumberFormat(): (text: string) => string {
  const loaded = useLibrary();
  return useCallback(
    (text) => {
      if (!isFormattable(text)) return text;
      if (loaded === null) void load();
      return loaded?.formatWhole(text) ?? text;
    },
    [loaded],
  );
}

/** Gives a number its form while it is typed, and keeps the caret of `input` behind the digit that it was behind. */
export function useTypedNumber(
  input: RefObject<HTMLInputElement | null>,
): (before: string, text: string, caret: number | null) => string {
  const wantedCaret = useRef<number | null>(null);
  const loaded = useLibrary();
  useLayoutEffect(() => {
    if (wantedCaret.current === null) return;
    input.current?.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = null;
  });
  return (before, text, caret) => {
    if (loaded === null && /\d/.test(text)) void load();
    const typed = { text, caret: caret ?? text.length };
    const shown = loaded === null ? typed : retype(before, typed, loaded.formatTyped);
    wantedCaret.current = shown.caret;
    return shown.text;
  };
}
