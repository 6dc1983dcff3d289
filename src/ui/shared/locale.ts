/** What dates and numbers are written by (BCP 47); the browser's own until the page knows its language. */
export let locale: string | undefined;

/** `languages/language.ts` decides it, together with the words. */
export function setLocale(next: string): void {
  locale = next;
}
