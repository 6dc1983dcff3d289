const pageRows = 10;

/**
 * To which row a key goes from `index`; null when there is none that way, undefined when the key is none that goes to a
 * row. `isRow` tells rows from headings.
 */
export function rowAfter(
  key: string,
  index: number,
  count: number,
  isRow: (index: number) => boolean,
): number | null | undefined {
  const find = (from: number, step: 1 | -1): number | null => {
    for (let at = from; at >= 0 && at < count; at += step) if (isRow(at)) return at;
    return null;
  };
  switch (key) {
    case 'ArrowDown':
      return find(index + 1, 1);
    case 'ArrowUp':
      return find(index - 1, -1);
    case 'Home':
      return find(0, 1);
    case 'End':
      return find(count - 1, -1);
    case 'PageDown':
      return find(Math.min(count - 1, index + pageRows), 1) ?? find(count - 1, -1);
    case 'PageUp':
      return find(Math.max(0, index - pageRows), -1) ?? find(0, 1);
    default:
      return undefined;
  }
}

/** Moves the focus through the controls of a row, which begin after the row itself. Returns whether the key was one for that. */
export function moveInRow(key: string, row: HTMLElement): boolean {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
  const isForward = (key === 'ArrowRight') !== (getComputedStyle(row).direction === 'rtl');
  const stops = [row, ...row.querySelectorAll<HTMLElement>('a[href], button:not(:disabled)')].filter(
    (stop) => stop === row || getComputedStyle(stop).display !== 'none',
  );
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[Math.max(0, Math.min(stops.length - 1, at + (isForward ? 1 : -1)))]?.focus();
  return true;
}
