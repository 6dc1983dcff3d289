import { parseConfig } from '#core/config/parse-config.ts';
import type { PhoneConfig } from '#core/config/phone-config.ts';
import { PhoneError } from '#core/errors/phone-error.ts';

/**
 * Fetches and reads config.json, which lies beside the page; as it is now, with `cache: 'no-cache'`. Rejects with
 * `config/unreadable` or `config/invalid`.
 */
export async function loadConfig(
  baseUrl: string,
  origin: string,
  init: Pick<RequestInit, 'cache' | 'signal'> = {},
): Promise<PhoneConfig> {
  const response = await fetch(new URL('config.json', baseUrl), init).catch((error: unknown) => {
    throw new PhoneError({ code: 'config/unreadable', details: String(error) }, error);
  });
  if (!response.ok) {
    throw new PhoneError({
      code: 'config/unreadable',
      details: `The server answered ${response.status} for config.json.`,
    });
  }
  return parseConfig(await response.text(), origin);
}
