import type { Facts } from '#core/diagnostics/facts.ts';
import { isMicrophoneAllowed } from '../media-devices/microphone-permission.ts';

/** What a browser says of itself, and where the page is. */
export const describeBrowser = async (): Promise<Facts> => ({
  page: location.origin + location.pathname,
  browser: navigator.userAgent,
  languages: navigator.languages,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  window: `${innerWidth} × ${innerHeight}, ${devicePixelRatio}`,
  cores: navigator.hardwareConcurrency,
  isOnline: navigator.onLine,
  isSecureContext,
  isMicrophoneAllowed: await isMicrophoneAllowed(),
});

/** `2026-11-28T20:38:05.000Z`. */
export const formatIsoTime = (atMs: number): string => new Date(atMs).toISOString();
