import { openWeriftMedia } from '#server/exchange/extensions/media.ts';
import { contactHeader } from '#server/testing/sip-calls.ts';
import { connectSipClient } from '#server/testing/sip-client.ts';
import { expect, test } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';
import { expectToHear } from './support/heard-tones.ts';
import { expectNothingOpen } from './support/media-watch.ts';
import { watchTones } from './support/sounding-tones.ts';

/** What the exchange's own far end sends. */
const announcementHz = 440;

test('an announcement before the answer is heard in place of the ringing tone, and 183 twice costs nothing', async ({
  server,
  openPage,
}) => {
  const page = await openPage('alice');
  const countTones = await watchTones(page);
  const alice = createPhonePage(page);
  await alice.open('alice');
  // A raw SIP endpoint, which does only what is written here.
  const bob = await connectSipClient(server.webSocketUrl, 'bob');
  await bob.register();

  await alice.dial('bob');
  const invite = await bob.received('INVITE');
  const toTag = 'bob';
  // What is said in this dialog goes the way that the INVITE came (RFC 3261 §12.1.1).
  const route = invite.headers.filter(({ name }) => name.toLowerCase() === 'record-route');
  const headers = [...contactHeader(bob), ...route];
  bob.reply(invite, 180, { toTag, headers });
  await expect.poll(countTones).toBe(1);
  // A 183 without sound: it rings on.
  bob.reply(invite, 183, { toTag, headers });
  await alice.expectState('bob', 'Proceeding');
  expect(await countTones()).toBe(1);

  const media = await openWeriftMedia('tone', invite.body.toString('utf8'), () => undefined);
  const withSound = {
    toTag,
    headers: [...headers, { name: 'Content-Type', value: 'application/sdp' }],
    body: Buffer.from(media.answer),
  };
  bob.reply(invite, 183, withSound);
  await expectToHear(page, announcementHz);
  await expect.poll(countTones).toBe(0);
  await alice.expectState('bob', 'Proceeding');
  bob.reply(invite, 183, withSound);
  bob.reply(invite, 180, { toTag, headers });
  await alice.expectState('bob', 'Ringing');
  expect(await countTones()).toBe(0);
  await expectToHear(page, announcementHz);

  bob.reply(invite, 200, withSound);
  await bob.received('ACK');
  await alice.expectState('bob', 'Connected');
  await expectToHear(page, announcementHz);
  await alice.hangUp('bob');
  bob.reply(await bob.received('BYE'), 200);
  await expectNothingOpen(page);
  await Promise.all([media.close(), bob.close()]);
});
