import type { Logger } from '#core/shared/logger.ts';

/** Keeps the page on this device, so that it opens without a network. Nothing where the browser cannot, such as without TLS. */
export async function keepPage(logger: Logger): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/service-worker.js');
  } catch (error) {
    logger.warn('the page could not be kept on this device', { error: String(error) });
  }
}

/** The address of a page's program has a hash of its content in it. */
const programOf = (page: Document): string =>
  page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? '';

/** Which version of the page is open. */
export const ownPage = (): string => programOf(document);

/** Which version the server has now. Rejects when it cannot be asked. */
export async function readServedPage(): Promise<string> {
  const response = await fetch('/', { cache: 'no-store' });
  const program = programOf(new DOMParser().parseFromString(await response.text(), 'text/html'));
  if (!response.ok || program === '') throw new Error(`the server has no page: ${response.status}`);
  return program;
}
