import { expect, test } from './fixtures.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { passSeconds } from './support/call-timer.ts';
import { expectToHear } from './support/heard-tones.ts';
import { expectNothingOpen } from './support/media-watch.ts';
import { piece, storedRecordings } from './support/stored-recordings.ts';
import { toneLevelDb } from './support/tones.ts';
import { giveVoice } from './support/voice.ts';

/** What each party says: none is a multiple of another, nor a sum or difference that a mix could make of two. */
const voices = { alice: 440, bob: 1000, carol: 700, dave: 1610 } as const;
type Party = keyof typeof voices;
const others: readonly Party[] = ['bob', 'carol', 'dave'];

const press = (phone: PhonePage, name: string, button: string) =>
  phone.call(name).getByRole('button', { name: button, exact: true }).click();

test('three and four talk to each other, each hears exactly the others, and it can be taken apart and left', async ({
  openPage,
  serverUrl,
}) => {
  const open = async (party: Party): Promise<PhonePage> => {
    const owner = party === 'alice' || party === 'carol' ? 'alice' : 'bob';
    // What the others would record costs the machine the calm that tones need.
    const recording = { policy: party === 'alice' ? 'always' : 'on-demand' } as const;
    const phone = createPhonePage(await openPage(owner, { recording }));
    await giveVoice(phone.page, voices[party]);
    await phone.open(party);
    return phone;
  };
  const [alice, bob, carol, dave] = await Promise.all([
    open('alice'),
    open('bob'),
    open('carol'),
    open('dave'),
  ]);
  const phones = { alice, bob, carol, dave };
  const hears = (who: Party, ...whom: readonly Party[]) =>
    expectToHear(phones[who].page, ...whom.map((party) => voices[party]));
  /** Each of them hears all the others. */
  const hearEachOther = (...parties: readonly Party[]) =>
    Promise.all(parties.map((who) => hears(who, ...parties.filter((party) => party !== who))));
  const call = async (party: Party) => {
    await alice.dial(party);
    await phones[party].accept('Alice');
    await alice.expectState(party, 'Connected');
  };
  const talkTogether = () => alice.page.getByRole('button', { name: 'Talk to all together' }).click();

  await call('bob');
  await call('carol');
  await hears('bob');
  await talkTogether();
  await expect(alice.call('carol')).toContainText('In conference');
  await hearEachOther('alice', 'bob', 'carol');
  await press(alice, 'bob', 'Mute');
  await Promise.all([hears('bob', 'carol'), hears('carol', 'bob')]);
  await press(alice, 'bob', 'Unmute');

  await call('dave');
  await hears('bob');
  await talkTogether();
  await hearEachOther('alice', 'bob', 'carol', 'dave');
  await passSeconds(alice, 'dave', 3);

  await alice.hangUp('dave');
  await hearEachOther('alice', 'bob', 'carol');
  await press(alice, 'carol', 'Take out and hold');
  await Promise.all([hearEachOther('alice', 'bob'), hears('carol')]);

  await talkTogether();
  await hearEachOther('alice', 'bob', 'carol');
  await alice.page.getByRole('button', { name: 'Leave the two to talk' }).click();
  await press(bob, 'Alice', 'Call them');
  await carol.expectState('Bob', 'Connected');
  await alice.expectState('bob', 'Terminated');
  await hearEachOther('bob', 'carol');
  await expectNothingOpen(alice.page);
  await bob.hangUp('carol');
  await Promise.all([bob, carol, dave].map(({ page }) => expectNothingOpen(page)));

  for (const recording of await storedRecordings(serverUrl, 'alice', others.length)) {
    const { sampleRateHz, durationMs } = recording.wav;
    const levelDb = (samples: Float32Array, party: Party) =>
      toneLevelDb(samples, sampleRateHz, voices[party]);
    const tenths = Array.from({ length: Math.floor(durationMs / 100) }, (_, index) =>
      piece(recording, index * 100, (index + 1) * 100),
    );
    const withAll = tenths.filter(({ left }) => others.every((party) => levelDb(left, party) > -20));
    expect(withAll.length).toBeGreaterThan(10);
    const { left, right } = piece(recording, 0, durationMs);
    expect(levelDb(left, 'alice')).toBeLessThan(-50);
    for (const party of others) expect(levelDb(right, party)).toBeLessThan(-50);
    expect(tenths.filter(({ right: own }) => levelDb(own, 'alice') > -20).length).toBeGreaterThan(10);
  }
});
