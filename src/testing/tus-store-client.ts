import { inject } from 'vitest';
import type { TusFault, TusStoreReport } from './tus-store.ts';

/** The tests' tus server as a test in the browser sees it. */
export const tusStoreUrl = (): string => inject('tusStoreUrl');

/** Forgets everything before. */
export async function resetTusStore(): Promise<void> {
  await fetch(`${tusStoreUrl()}/reset`, { method: 'POST' });
}

/** Makes the next requests fail. */
export async function setTusFaults(...faults: readonly TusFault[]): Promise<void> {
  await fetch(`${tusStoreUrl()}/faults`, { method: 'POST', body: JSON.stringify(faults) });
}

export async function readTusReport(): Promise<TusStoreReport> {
  const response = await fetch(`${tusStoreUrl()}/report`);
  return (await response.json()) as TusStoreReport;
}

/** SHA-256 in hex. */
export async function sha256(bytes: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
