import { expect, type Page } from '@playwright/test';

/** What a screen reader is given to say by the live regions of a page. */
export interface LiveRegions {
  /**
   * Waits until a text is said, and checks that it and all that was said before it, since the last time, was said once.
   * Only what begins with `about` counts.
   */
  readonly saysOnce: (text: string) => Promise<void>;
}

interface PageWithRegions {
  readonly said: string[];
}

/** Listens to the regions from the page's next load on. `about` is how a text of interest begins. */
export async function hearLiveRegions(page: Page, about: string): Promise<LiveRegions> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said } satisfies PageWithRegions);
    const regions = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"]';
    const say = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement;
      if (element?.closest(regions)?.isConnected === true) said.push(node.textContent?.trim() ?? '');
    };
    const listen = (records: readonly MutationRecord[]) => {
      const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes] as Node[]));
      for (const { type, target, addedNodes } of records) {
        if (type === 'characterData') say(target);
        // A region that comes with its text is not said: it must have been there.
        else if (!added.has(target)) addedNodes.forEach(say);
      }
    };
    new MutationObserver(listen).observe(document, { subtree: true, childList: true, characterData: true });
  });
  let heard = 0;
  const read = async () => {
    const all = await page.evaluate(() => (globalThis as unknown as PageWithRegions).said);
    return all.filter((text) => text.startsWith(about)).slice(heard);
  };
  return {
    async saysOnce(text) {
      await expect.poll(read).toContain(text);
      const now = await read();
      expect(now, 'nothing is said twice').toEqual([...new Set(now)]);
      expect(now.at(-1)).toBe(text);
      heard += now.length;
    },
  };
}
