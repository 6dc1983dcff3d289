/** The fields of a value that came from outside; none of what is no object. */
export const toFields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** The fields of a text that was kept as JSON, by this version of the phone or another; none when it makes no sense. */
export function readKeptFields(text: string | null): Readonly<Record<string, unknown>> {
  try {
    return toFields(text === null ? null : JSON.parse(text));
  } catch {
    return {};
  }
}
