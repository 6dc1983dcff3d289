import type { TestProject } from 'vitest/node';
import { startTusStore } from './tus-store.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests' tus server runs (see `tus-store.ts`). */
    readonly tusStoreUrl: string;
  }
}

/** Runs a tus server beside the tests in the browser. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const store = await startTusStore();
  project.provide('tusStoreUrl', store.url);
  return store.close;
}
