import type { words } from '../words.ts';

/** A section of the settings, as the address names it. */
export type SectionName = keyof typeof words.settings;

/** Its id is the same in every language: the focus finds it again when the page is drawn anew. */
export const idOfSection = (name: SectionName): string => `settings-${name}`;

/** Brings a section to the top of the page, and the focus into it. */
export function goToSection(name: SectionName): void {
  const section = document.getElementById(idOfSection(name));
  section?.scrollIntoView();
  section?.focus({ preventScroll: true });
}
