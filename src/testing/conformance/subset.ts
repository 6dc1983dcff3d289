/**
 * Where `actual` is not what `expected` says, as paths with both values; empty when it is. `expected` is a subset: an
 * object's other fields do not matter, a list is compared whole, `"set"` is any value but null, null is null or absent.
 */
export function differences(expected: unknown, actual: unknown, path = 'answer'): readonly string[] {
  const differs = [`${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
  const isAbsent = actual === null || actual === undefined;
  if (expected === 'set') return isAbsent ? differs : [];
  if (expected === null) return isAbsent ? [] : differs;
  if (typeof expected !== 'object') return Object.is(expected, actual) ? [] : differs;
  if (typeof actual !== 'object' || isAbsent) return differs;
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length))
    return differs;
  const fields = new Map<string, unknown>(Object.entries(actual));
  return Object.entries(expected).flatMap(([name, value]) =>
    differences(value, fields.get(name), `${path}.${name}`),
  );
}
