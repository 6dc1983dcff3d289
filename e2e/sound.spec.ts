import type { CDPSession } from '@playwright/test';
import { expect, test } from './fixtures.ts';

interface AxNode {
  readonly backendDOMNodeId?: number;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
}

/** Finds a button by name without running script in the page: Chromium counts a driver's script as a touch by the person. */
async function findButton(session: CDPSession, name: string): Promise<AxNode | undefined> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.find((node: AxNode) => node.role?.value === 'button' && node.name?.value === name);
}

async function click(session: CDPSession, backendNodeId: number): Promise<void> {
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
  const [left = 0, top = 0] = model.border;
  const at = { x: left + model.width / 2, y: top + model.height / 2, button: 'left', clickCount: 1 } as const;
  await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
  await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
}

// A trace runs script in the page, too.
test.use({ trace: 'off' });

test('a browser that keeps the page silent is said so, and one click enables sound', async ({ openPage }) => {
  const page = await openPage('alice');
  const session = await page.context().newCDPSession(page);
  await page.goto('/?account=alice');
  const enable = () => findButton(session, 'Enable sound');
  await expect.poll(enable).toBeDefined();
  const button = await enable();
  await click(session, button?.backendDOMNodeId ?? 0);
  await expect.poll(enable).toBeUndefined();
});
