import type { KeptText } from '#core/shared/kept-text.ts';

/** A text in the page's local storage, which a browser may refuse altogether (it throws when cookies are blocked). */
export function createKeptText(key: string): KeptText {
  return {
    read() {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        localStorage.setItem(key, text);
      } catch {
        // It is forgotten with the page, and works until then.
      }
    },
  };
}
