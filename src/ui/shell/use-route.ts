import { useSyncExternalStore } from 'react';

/** The pages. */
export const routes = ['phone', 'recordings', 'history', 'contacts', 'settings'] as const;
export type Route = (typeof routes)[number];

/** The address of a page. */
export const hrefOf = (route: Route): string => `#/${route}`;

/** Goes to a page, as a click on its link would. */
export function goTo(route: Route): void {
  location.hash = hrefOf(route);
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** `#/settings/sound` in its parts. */
const readParts = (): readonly string[] => location.hash.replace(/^#\/?/, '').split('/');

function readRoute(): Route {
  const [page] = readParts();
  return routes.find((route) => route === page) ?? 'phone';
}

const readPart = (): string | null => readParts()[1] ?? null;

/** The page that the address names; "phone" for any other address. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, readRoute);
}

/** The part of a page that the address names; null when it names none. */
export function useRoutePart(): string | null {
  return useSyncExternalStore(subscribe, readPart);
}
