/** Browsers may begin to save after the click is over. */
const releaseDelayMs = 60_000;

/** Lets the browser save a text as a file. */
export function saveTextFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), releaseDelayMs);
}

/** `calls 2026-11-28.csv`: by the day, so that a second one is another file. */
export function datedFileName(name: string, ending: string): string {
  const at = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${name} ${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}${ending}`;
}
