import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Nonces that carry their own time, so that nothing is stored for a challenge that nobody answers (RFC 7616 §3.3). */
export interface Nonces {
  readonly issue: () => string;
  /** `stale`: too old, or not of this process; the password behind it may still be right. */
  readonly check: (nonce: string) => 'fresh' | 'stale';
}

const timeBytes = 6;
const saltBytes = 9;
const macBytes = 15;

/** A nonce is base64url of time (48 bits, ms since the epoch), salt and HMAC-SHA-256 over both, cut to 120 bits. */
export function createNonces(nowMs: () => number, lifetimeMs: number): Nonces {
  const secret = randomBytes(32);
  const mac = (signed: Buffer) => createHmac('sha256', secret).update(signed).digest().subarray(0, macBytes);

  return {
    issue() {
      const signed = Buffer.concat([Buffer.alloc(timeBytes), randomBytes(saltBytes)]);
      signed.writeUIntBE(Math.floor(nowMs()), 0, timeBytes);
      return Buffer.concat([signed, mac(signed)]).toString('base64url');
    },
    check(nonce) {
      const bytes = Buffer.from(nonce, 'base64url');
      const signed = bytes.subarray(0, timeBytes + saltBytes);
      const given = bytes.subarray(timeBytes + saltBytes);
      if (given.length !== macBytes || !timingSafeEqual(given, mac(signed))) return 'stale';
      const ageMs = nowMs() - signed.readUIntBE(0, timeBytes);
      return ageMs >= 0 && ageMs < lifetimeMs ? 'fresh' : 'stale';
    },
  };
}
