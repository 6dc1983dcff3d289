import { readFile } from 'node:fs/promises';
import type { BrowserContext } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';
import { untilSeconds } from './support/call-timer.ts';

/** A deployment whose config.json names a module, which is `source`; without one the server has no such file. */
async function deploy(context: BrowserContext, source?: string): Promise<void> {
  const json = { demo: true, recording: { policy: 'always' }, hooks: '/my-hooks.js' };
  await context.route('**/config.json', (route) => route.fulfill({ json }));
  if (source === undefined) return;
  await context.route('**/my-hooks.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: source }),
  );
}

test("the webhook of the documentation's example is told of a call's end and of its recording", async ({
  openPage,
}) => {
  const page = await openPage('alice');
  const example = new URL('../docs/examples/call-end-webhook.js', import.meta.url);
  await deploy(page.context(), await readFile(example, 'utf8'));
  const ends: unknown[] = [];
  await page.context().route('**/call-ends', (route) => {
    ends.push(route.request().postDataJSON());
    return route.fulfill({ status: 204 });
  });
  const alice = createPhonePage(page);
  await alice.open('alice');
  await alice.dial('tone');
  await untilSeconds(alice, 'tone', 1);
  await alice.hangUp('tone');
  await expect
    .poll(() => ends)
    .toMatchObject([
      {
        call: { direction: 'outbound', codec: 'PCMU' },
        hangup: { initiator: 'local' },
        recording: expect.stringContaining('/recordings/') as unknown,
      },
    ]);
});

/** A module whose sink asks for the samples of calls and leaves what it got on the page. */
const tappingSink = `
const heard = { order: [], frames: [0, 0], peak: [0, 0] };
globalThis.heardBySink = heard;
export const createRegistry = () => ({
  recording: {
    beginRecording(call, sampleRateHz, codec) {
      heard.order.push('begin ' + sampleRateHz + ' ' + codec);
      return true;
    },
    appendPcm(callId, channel, pcm) {
      heard.frames[channel] += pcm.length;
      heard.peak[channel] = Math.max(heard.peak[channel], ...pcm);
    },
    async finishRecording(signal, { format, payload }) {
      heard.order.push('finish ' + format + ' ' + (payload.byteLength - 44) + ' ' + (signal instanceof AbortSignal));
      return { url: '', objectKey: '', bytes: 0 };
    },
  },
});`;

test('a sink of the deployment is given all samples of a call, before the file', async ({ openPage }) => {
  const page = await openPage('alice');
  await deploy(page.context(), tappingSink);
  const alice = createPhonePage(page);
  await alice.open('alice');
  await alice.dial('tone');
  await untilSeconds(alice, 'tone', 2);
  await alice.hangUp('tone');
  const heard = () =>
    page.evaluate(
      () =>
        (globalThis as unknown as { heardBySink: { order: string[]; frames: number[]; peak: number[] } })
          .heardBySink,
    );
  await expect.poll(async () => (await heard()).order).toHaveLength(2);
  const { order, frames, peak } = await heard();
  expect(frames[0]).toBeGreaterThan(16_000);
  expect(order).toEqual(['begin 16000 PCMU', `finish stereo_pcm ${(frames[0] ?? 0) * 4} true`]);
  expect(frames[1]).toBe(frames[0]);
  // The extension's tone and the microphone's are both loud.
  for (const loudest of peak) expect(loudest).toBeGreaterThan(3000);
});

test('a module that is not there is said, and calls work', async ({ openPage }) => {
  const page = await openPage('alice');
  await deploy(page.context());
  const alice = createPhonePage(page);
  await alice.open('alice');
  await expect(page.getByText(/config\.json names could not be loaded/)).toBeVisible();
  await alice.dial('tone');
  await alice.expectState('tone', 'Connected');
  await alice.hangUp('tone');
});
