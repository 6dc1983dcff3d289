import { toPhoneErrorDetail } from '../errors/phone-error.ts';
import type { Logger } from '../shared/logger.ts';

/** The token that is shown to the recording store (RFC 6750). A deployment may exchange it while the page is open. */
export interface StoreToken {
  /** Whether the deployment had one when the page opened. */
  readonly isWanted: boolean;
  /** What is to be shown now; null for none. As long as that is what was refused, the settings are asked first. Never rejects. */
  readonly read: () => Promise<string | null>;
  /** The store takes nothing with this one. */
  readonly refuse: (shown: string | null) => void;
}

/** Begins with the token that the page was opened with. `readAnew` asks for the settings as they are now; it may reject. */
export function createStoreToken(
  first: string | null,
  readAnew: () => Promise<string | null>,
  logger: Pick<Logger, 'warn'>,
): StoreToken {
  let current = first;
  let refused: string | null | undefined;
  return {
    isWanted: first !== null,
    async read() {
      if (current !== refused) return current;
      try {
        current = await readAnew();
      } catch (error) {
        // Without the details, which may quote the settings.
        const { code } = toPhoneErrorDetail(error);
        logger.warn('the settings could not be asked for another token', { code });
      }
      return current;
    },
    refuse(shown) {
      refused = shown;
    },
  };
}
