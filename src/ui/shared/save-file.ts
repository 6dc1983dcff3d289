import { breathe } from './breathe.ts';
import { formatSortableDay } from './format-day.ts';

/** Browsers may begin to save after the click is over, and read the file later still. */
const releaseDelayMs = 10 * 60_000;

/** Gives a file to the browser, to be saved. */
export function saveFile({ url, release }: SavedFile, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  // Of another origin it is opened where it is not offered for saving: beside the phone, whose calls would end.
  if (link.origin !== location.origin) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
  link.click();
  setTimeout(release, releaseDelayMs);
}

/** A file by its URL, which is released once it is saved. */
interface SavedFile {
  readonly url: string;
  readonly release: () => void;
}

/** So many lines are written at a time: some milliseconds of the page. */
const linesAtATime = 250;

/**
 * Lets the browser save a text as a file. It is asked for its lines part by part, so that calls go on meanwhile; `onPart` hears
 * how many have been written.
 */
export async function saveTextFile(
  name: string,
  type: string,
  lines: Iterable<string>,
  onPart: (written: number) => void,
): Promise<void> {
  const parts: Blob[] = [];
  let part: string[] = [];
  for (const line of lines) {
    part.push(line);
    if (part.length < linesAtATime) continue;
    parts.push(new Blob(part));
    part = [];
    onPart(parts.length * linesAtATime);
    await breathe();
  }
  const file = new Blob([...parts, ...part], { type: `${type};charset=utf-8` });
  const url = URL.createObjectURL(file);
  saveFile({ url, release: () => URL.revokeObjectURL(url) }, name);
}

/** `calls 2026-11-28.csv`: by the day, so that a second one is another file. */
export const datedFileName = (name: string, ending: string): string =>
  `${name} ${formatSortableDay(Date.now())}${ending}`;
