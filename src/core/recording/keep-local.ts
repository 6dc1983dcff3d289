/** How long the copy of a recording stays on this device once the store has confirmed the recording. */
export type KeepLocal = 'until-stored' | 'always' | { readonly days: number };

const dayMs = 24 * 60 * 60 * 1000;

/** When the copy of a recording goes that was stored at `storedAtMs`; null for never. Milliseconds since the Unix epoch. */
export function localCopyEndMs(keepLocal: KeepLocal, storedAtMs: number): number | null {
  if (keepLocal === 'always') return null;
  return keepLocal === 'until-stored' ? storedAtMs : storedAtMs + keepLocal.days * dayMs;
}
