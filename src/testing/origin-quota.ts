import { cdp } from 'vitest/browser';

/** Gives this origin so much room in all, in bytes, or as much as it had. */
export const setOriginQuota = (quotaSize?: number): Promise<unknown> => {
  const session = cdp() as unknown as { send: (method: string, params: object) => Promise<unknown> };
  const params = { origin: location.origin, ...(quotaSize === undefined ? {} : { quotaSize }) };
  return session.send('Storage.overrideQuotaForOrigin', params);
};
