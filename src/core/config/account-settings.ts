import { PhoneError } from '../errors/phone-error.ts';
import { isSipAddress } from '../signalling/sip-target.ts';
import type { AccountSettings } from './phone-config.ts';

/** Whether a text is a WebSocket URI, `ws://…` or `wss://…`. RFC 6455 §3. */
export const isWebSocketUri = (text: string): boolean => /^wss?:\/\/[^\s/?#@]+(?:[/?][^\s#]*)?$/i.test(text);

/**
 * The settings of an account as they can be used: trimmed, the address without its scheme.
 *
 * Throws PhoneError `account/invalid-address`, `account/missing-password` or `signalling/invalid-server`.
 */
export function checkAccountSettings(settings: AccountSettings): AccountSettings {
  const address = settings.address.trim().replace(/^sips?:/i, '');
  if (!isSipAddress(address)) {
    throw new PhoneError({ code: 'account/invalid-address', details: settings.address.slice(0, 80) });
  }
  if (settings.credentials.kind === 'password' && settings.credentials.password === '') {
    throw new PhoneError({ code: 'account/missing-password' });
  }
  const servers = settings.servers.map((server) => server.trim());
  const wrong = servers.find((server) => !isWebSocketUri(server));
  if (servers.length === 0 || wrong !== undefined) {
    throw new PhoneError({ code: 'signalling/invalid-server', details: (wrong ?? '').slice(0, 80) });
  }
  return { ...settings, address, displayName: settings.displayName?.trim() || null, servers };
}
