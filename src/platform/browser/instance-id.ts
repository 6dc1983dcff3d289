import type { AccountId, CreateId } from '#core/shared/ids.ts';
import type { KeptText } from '#core/shared/kept-text.ts';

/** More tabs than this have ids for the length of their visit only. */
const maxSeats = 32;

/** What it needs of the browser. */
export interface InstanceIdDeps {
  /** Undefined where the page is no secure context. */
  readonly locks: LockManager | undefined;
  readonly createId: CreateId;
  readonly keptText: (key: string) => KeptText;
}

/**
 * The instance ids of this tab, one for each account: UUIDs (RFC 5626 §4.1) that the device keeps, so that a registrar
 * puts a new binding in the place of the one that a crash has left, and does not ring a dead one. Two tabs would take each
 * other's calls away by one id: each takes the first seat that no other tab sits in, and a seat has its own ids.
 */
export async function claimInstanceIds({
  locks,
  createId,
  keptText,
}: InstanceIdDeps): Promise<(accountId: AccountId) => string> {
  const seat = locks === undefined ? null : await takeSeat(locks);
  return (accountId) => {
    if (seat === null) return createId();
    const kept = keptText(`sidetone.instance-id.${seat}.${accountId}`);
    const known = kept.read();
    if (known !== null) return known;
    const created = createId();
    kept.write(created);
    return created;
  };
}

async function takeSeat(locks: LockManager): Promise<number | null> {
  for (let seat = 0; seat < maxSeats; seat += 1) if (await isTaken(locks, seat)) return seat;
  return null;
}

/** Takes a seat for as long as the page lives; false when another tab has it. */
const isTaken = (locks: LockManager, seat: number): Promise<boolean> =>
  new Promise((resolve) => {
    const hold = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => {});
    };
    locks.request(`sidetone.instance-id.${seat}`, { ifAvailable: true }, hold).catch(() => resolve(false));
  });
