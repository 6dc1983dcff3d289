const key = 'sidetone.instance-id';

/**
 * This tab's instance id, a UUID (RFC 5626 §4.1). It lives in the session storage: a reload keeps it, so that the
 * registrar replaces the old binding instead of ringing a dead one, and two tabs have two.
 */
export function readInstanceId(storage: Storage, createId: () => string): string {
  const known = storage.getItem(key);
  if (known !== null) return known;
  const created = createId();
  storage.setItem(key, created);
  return created;
}
