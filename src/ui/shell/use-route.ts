import { useSyncExternalStore } from 'react';
import { readAddress, type Route } from '../shared/addresses.ts';

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

const readRoute = (): Route => readAddress(location.hash).route;
const readPart = (): string | null => readAddress(location.hash).part;

/** The page that the address names; "phone" for any other address. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, readRoute);
}

/** The part of a page that the address names; null when it names none. */
export function useRoutePart(): string | null {
  return useSyncExternalStore(subscribe, readPart);
}
