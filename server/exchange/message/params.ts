import { splitOutside, unquote } from './split.ts';

/** A header or URI parameter. `value` is as written, quotes included; null for a flag. */
export interface Param {
  readonly name: string;
  readonly value: string | null;
}

const paramName = /^[A-Za-z0-9\-.!%*_+`'~[\]/:&$]+$/u;

/** Reads `a=b;c;d="e"`. Null when a name is empty or not a token. An empty text has no parameters. */
export function parseParams(text: string): readonly Param[] | null {
  if (text.trim() === '') return [];
  const parts = splitOutside(text, ';');
  if (parts === null) return null;
  const params: Param[] = [];
  for (const part of parts) {
    const equals = part.indexOf('=');
    const name = (equals === -1 ? part : part.slice(0, equals)).trim();
    if (!paramName.test(name)) return null;
    params.push({ name, value: equals === -1 ? null : part.slice(equals + 1).trim() });
  }
  return params;
}

/** The value of a parameter without its quotes: '' for a flag, null when it is absent. Names ignore case. */
export function paramValue(params: readonly Param[], name: string): string | null {
  const found = params.find((param) => param.name.toLowerCase() === name);
  return found === undefined ? null : unquote(found.value ?? '');
}

/** `;a=b;c`, or '' for none. */
export const formatParams = (params: readonly Param[]): string =>
  params.map(({ name, value }) => (value === null ? `;${name}` : `;${name}=${value}`)).join('');
