import type { Page } from '@playwright/test';

interface PageWithTones {
  readonly soundingTones: Set<AudioBufferSourceNode>;
}

/** Makes a page note which of its own tones sound. Before the page is opened. Returns how many do. */
export async function watchTones(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const soundingTones = new Set<AudioBufferSourceNode>();
    Object.assign(globalThis, { soundingTones } satisfies PageWithTones);
    const Native = AudioBufferSourceNode;
    globalThis.AudioBufferSourceNode = class extends Native {
      override start(...times: Parameters<AudioBufferSourceNode['start']>) {
        soundingTones.add(this);
        super.start(...times);
      }
      override stop(...times: Parameters<AudioBufferSourceNode['stop']>) {
        soundingTones.delete(this);
        super.stop(...times);
      }
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as PageWithTones).soundingTones.size);
}
