import type { Page } from '@playwright/test';

interface StateChange {
  readonly state: string;
  readonly atMs: number;
}

interface PageWithCallStates {
  readonly callStates: StateChange[];
  readonly callTimes: { answeredAtMs?: number; endedAtMs?: number };
}

/**
 * Makes a page note when a call's state changes, by its own clock: a test that asks from outside learns of it late on a
 * busy machine. Before the page is opened.
 */
export async function watchCallStates(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const callStates: StateChange[] = [];
    const callTimes: PageWithCallStates['callTimes'] = {};
    Object.assign(globalThis, { callStates, callTimes } satisfies PageWithCallStates);
    let wasAnswered = false;
    const look = (message: unknown, isSent: boolean) => {
      if (typeof message !== 'string') return;
      wasAnswered ||= message.startsWith('SIP/2.0 200') && /^CSeq: \d+ INVITE/im.test(message);
      // Its own 200, or the ACK of the other side's.
      if (isSent && wasAnswered) callTimes.answeredAtMs ??= performance.now();
    };
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      override close() {
        super.close();
        callTimes.endedAtMs ??= performance.now();
      }
    };
    globalThis.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        this.addEventListener('message', ({ data }) => look(data, false));
      }
      override send(data: Parameters<WebSocket['send']>[0]) {
        look(data, true);
        super.send(data);
      }
    };
    const note = () => {
      const state = document.querySelector('[data-call-state]')?.getAttribute('data-call-state');
      if (state != null && callStates.at(-1)?.state !== state)
        callStates.push({ state, atMs: performance.now() });
    };
    new MutationObserver(note).observe(document, {
      attributes: true,
      attributeFilter: ['data-call-state'],
      childList: true,
      subtree: true,
    });
  });
}

/** The page's clock, in milliseconds since the Unix epoch. */
export const pageNowMs = (page: Page): Promise<number> => page.evaluate(() => Date.now());

/**
 * How long the page's first call could be heard: from the 200 or the ACK that it sent itself, before which it takes in the
 * answer, to the end of its connection. No drawing delays these. Milliseconds.
 */
export async function connectedDurationMs(page: Page): Promise<number> {
  const { answeredAtMs, endedAtMs } = await page.evaluate(
    () => (globalThis as unknown as PageWithCallStates).callTimes,
  );
  if (answeredAtMs === undefined || endedAtMs === undefined)
    throw new Error('no call was answered and ended');
  return endedAtMs - answeredAtMs;
}
