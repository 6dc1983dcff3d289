/** Browsers may begin to save after the click is over, and read the file later still. */
const releaseDelayMs = 10 * 60_000;

/** Gives a file to the browser, to be saved. */
export function saveFile({ url, release }: SavedFile, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(release, releaseDelayMs);
}

/** A file by its URL, which is released once it is saved. */
interface SavedFile {
  readonly url: string;
  readonly release: () => void;
}

/** Lets the browser save a text as a file. */
export function saveTextFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  saveFile({ url, release: () => URL.revokeObjectURL(url) }, name);
}

/** `calls 2026-11-28.csv`: by the day, so that a second one is another file. */
export function datedFileName(name: string, ending: string): string {
  const at = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${name} ${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}${ending}`;
}
