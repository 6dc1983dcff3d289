import { createContext, useContext } from 'react';
import type { Softphone } from '#core/softphone-types.ts';

const SoftphoneContext = createContext<Softphone | null>(null);

/** Hands the one Softphone down. It is built outside React and never changes. */
export const SoftphoneProvider = SoftphoneContext.Provider;

/** The Softphone. Throws outside `SoftphoneProvider`. */
export function useSoftphone(): Softphone {
  const softphone = useContext(SoftphoneContext);
  if (softphone === null) throw new Error('useSoftphone needs a SoftphoneProvider above it.');
  return softphone;
}
