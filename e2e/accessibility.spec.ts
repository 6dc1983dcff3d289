import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { findFaintEdges } from './support/faint-edges.ts';

/** A colour in the middle of a transition is nobody's colour. */
const settle = (page: Page) => page.waitForFunction(() => document.getAnimations().length === 0);

/** Every rule of WCAG 2.2 up to level AA that a machine can check, in both themes. */
async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const contrast of ['more', 'no-preference'] as const) {
      await page.emulateMedia({ colorScheme, contrast });
      await settle(page);
      expect(await findFaintEdges(page), `${colorScheme}, contrast: ${contrast}`).toEqual([]);
    }
    const { violations } = await new AxeBuilder({ page })
      // Without a window of its own for every report: the page has no frames.
      .setLegacyMode()
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const summary = violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
    expect(summary, colorScheme).toEqual([]);
  }
}

test('the way in can be used by everyone', async ({ openPage }) => {
  const stranger = await openPage('alice');
  await stranger.goto('/');
  await stranger.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectNoViolations(stranger);
});

test('a phone at rest and a call that comes in can be used by everyone', async ({ alice, bob }) => {
  await expectNoViolations(alice.page);
  await alice.dial('bob');
  await expect(bob.incoming('Alice')).toBeVisible();
  await expectNoViolations(bob.page);
});

test('a call can be used by everyone', async ({ alice, bob }) => {
  await alice.dial('bob');
  await bob.accept('Alice');
  await alice.expectState('bob', 'Connected');
  await expectNoViolations(alice.page);
  await alice.call('bob').getByRole('button', { name: 'Mute' }).click();
  await expect(alice.call('bob')).toContainText('You are talking, but you are muted');
  await expectNoViolations(alice.page);
});

test('the choice of devices can be used by everyone, also in a call', async ({ alice, bob }) => {
  await alice.dial('bob');
  await bob.accept('Alice');
  await alice.expectState('bob', 'Connected');
  await alice.goTo('Settings');
  await expect(alice.page.getByText('Your microphone hears you.')).toBeVisible();
  await expectNoViolations(alice.page);
});

test('what is left of a call can be used by everyone', async ({ alice, bob }) => {
  await alice.dial('bob');
  await bob.accept('Alice');
  await alice.expectState('bob', 'Connected');
  await alice.hangUp('bob');
  await expectNoViolations(alice.page);
  await alice.goTo('Recordings');
  await expect(alice.page.getByRole('button', { name: 'Play' }).first()).toBeVisible();
  await expectNoViolations(alice.page);
  await alice.page.getByRole('button', { name: 'Play' }).first().click();
  await expect(alice.page.getByRole('slider', { name: 'Position' }).locator('canvas').first()).toBeVisible();
  await alice.page.getByRole('button', { name: 'Select', exact: true }).click();
  await expectNoViolations(alice.page);
});

test('the history and the contacts can be used by everyone', async ({ alice, bob }) => {
  await alice.goTo('Contacts');
  await expect(alice.page.getByRole('heading', { name: 'No contacts yet' })).toBeVisible();
  await expectNoViolations(alice.page);
  await alice.page.getByLabel('Import vCard or CSV').setInputFiles({
    name: 'contacts.vcf',
    mimeType: 'text/vcard',
    buffer: Buffer.from(
      'BEGIN:VCARD\nFN:Carol\nTEL:100\nX-SIDETONE-FAVOURITE:1\nNOTE:In the afternoon\nEND:VCARD\n',
    ),
  });
  await alice.page.getByRole('link', { name: 'Carol' }).first().click();
  await expectNoViolations(alice.page);
  await alice.page.getByRole('button', { name: 'Edit' }).click();
  await expectNoViolations(alice.page);

  await bob.dial('alice');
  await expect(alice.incoming('Bob')).toBeVisible();
  await bob.hangUp('alice');
  await alice.goTo('History');
  await expect(alice.page.getByRole('grid', { name: 'Calls' })).toContainText('Missed');
  await expectNoViolations(alice.page);
  await alice.page.getByRole('button', { name: 'More about Bob' }).click();
  await expectNoViolations(alice.page);
});
