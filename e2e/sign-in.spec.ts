import { expect, test } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';
import { startSelfSignedServer } from './support/self-signed-server.ts';
import { signIn } from './support/sign-in.ts';

/** How many accounts the page keeps on the device. Runs in the page. */
async function countKeptSignIns(): Promise<number> {
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === 'sign-in')) return 0;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('sign-in');
    opening.addEventListener('error', () => reject(new Error(String(opening.error))));
    opening.addEventListener('success', () => {
      const database = opening.result;
      const counting = database.transaction('safes').objectStore('safes').count();
      counting.addEventListener('success', () => {
        database.close();
        resolve(counting.result);
      });
    });
  });
}

test.describe('signing in', () => {
  test('by the form registers, and signing out goes offline', async ({ openPage }) => {
    const page = await openPage('alice');
    await signIn(page, { address: 'alice' });
    await createPhonePage(page).expectRegistration('Registered');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  });

  test('is remembered but for the password; that too, encrypted, by who stays signed in', async ({
    openPage,
  }) => {
    const page = await openPage('alice');
    const phone = createPhonePage(page);
    await signIn(page);
    await phone.expectRegistration('Registered');
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'SIP address' })).toHaveValue('alice@localhost');
    await expect(page.getByLabel('Password')).toHaveValue('');

    await page.getByLabel('Password').fill('alice-demo');
    await page.getByRole('switch', { name: 'Stay signed in on this device' }).check();
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await phone.expectRegistration('Registered');
    // It is sealed and written once the server has accepted it.
    await expect.poll(() => page.evaluate(countKeptSignIns)).toBe(1);
    await page.reload();
    await phone.expectRegistration('Registered');
    const kept = await page.evaluate(() => Object.keys(localStorage).map((key) => localStorage.getItem(key)));
    expect(kept.join()).toContain('alice@localhost');
    expect(kept.join()).not.toContain('alice-demo');

    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Password')).toHaveValue('');
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeHidden();
  });

  test('with a wrong password says so and can be mended', async ({ openPage }) => {
    const page = await openPage('alice');
    await signIn(page, { password: 'nonsense' });
    await createPhonePage(page).expectRegistration(/^Sign-in failed: .*password/);
    await page.getByLabel('Password').fill('alice-demo');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await createPhonePage(page).expectRegistration('Registered');
  });

  test('with an account that the server does not know says so', async ({ openPage }) => {
    const page = await openPage('alice');
    await signIn(page, { address: 'mallory@localhost' });
    await createPhonePage(page).expectRegistration(/^Sign-in failed: .*does not know/);
  });

  for (const [what, serverOf] of [
    // Port 9 (discard) has no listener.
    ['that refuses the connection', () => 'ws://127.0.0.1:9/sip'],
    ['that does not exist', () => 'wss://no-such-host.invalid/sip'],
    ['with a certificate of its own', (port: number) => `wss://127.0.0.1:${port}/sip`],
  ] as const) {
    test(`to a server ${what} says what to check`, async ({ openPage }) => {
      const selfSigned = await startSelfSignedServer();
      const page = await openPage('alice');
      await signIn(page, { server: serverOf(selfSigned.port) });
      await expect(page.getByText('The server does not answer.')).toBeVisible();
      await expect(page.getByText('Check the WebSocket server.')).toBeVisible();
      selfSigned.stop();
    });
  }

  test('with entries that cannot work is refused beside the field', async ({ openPage }) => {
    const page = await openPage('alice');
    await signIn(page, { address: 'alice smith', password: '', server: 'https://example.com' });
    await expect(page.getByText('A SIP address looks like alice@example.com.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  });
});

test.describe('a config.json', () => {
  for (const [what, body, sentence] of [
    ['that is no JSON', '{ "demo": true, ', 'could not be read'],
    ['with a mistake', '{ "dmeo": true }', 'have a mistake'],
  ] as const) {
    test(`${what} is explained on the page`, async ({ openPage }) => {
      const page = await openPage('alice');
      await page.route('**/config.json', (route) => route.fulfill({ contentType: 'application/json', body }));
      await page.goto('/');
      await expect(page.getByText(sentence)).toBeVisible();
    });
  }

  test('with an account signs in at once', async ({ openPage }) => {
    const page = await openPage('alice');
    await page.route('**/config.json', (route) =>
      route.fulfill({ json: { account: { address: 'alice@localhost', password: 'alice-demo' } } }),
    );
    await page.goto('/');
    await createPhonePage(page).expectRegistration('Registered');
  });
});
