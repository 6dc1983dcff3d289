import type { TestProject } from 'vitest/node';
import { startTestExchange } from '#server/testing/test-exchange.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests' exchange takes SIP over WebSocket. */
    readonly exchangeUrl: string;
  }
}

/** Runs the embedded exchange beside the tests in the browser. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const exchange = await startTestExchange();
  project.provide('exchangeUrl', exchange.url);
  return exchange.close;
}
