import { useSyncExternalStore } from 'react';

/** The pages. */
export const routes = ['phone', 'recordings', 'sound'] as const;
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

function readRoute(): Route {
  return routes.find((route) => location.hash === hrefOf(route)) ?? 'phone';
}

/** The page that the address names; "phone" for any other address. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, readRoute);
}
