const marks = /\p{M}/gu;

/** A text for comparing and searching: without case and accents, compatible forms as one. `Zoë Ⅳ` → `zoe iv`. */
export const foldText = (text: string): string => text.normalize('NFKD').replaceAll(marks, '').toLowerCase();
