import { expect, it } from 'vitest';
import { describeDeviceStorageContract } from '#testing/device-storage-contract.ts';
import { createDeviceStorage } from './device-storage.ts';
import { createKeptText } from './kept-text.ts';

const storage = createDeviceStorage();

describeDeviceStorageContract(storage, createKeptText('sidetone.look').write);

it('keeps what is no setting', async () => {
  const [signIn, unsaved] = [createKeptText('sidetone.sign-in'), createKeptText('sidetone.unsaved-calls')];
  signIn.write('alice');
  unsaved.write('a call');
  await storage.forgetSettings();
  expect([signIn.read(), unsaved.read()]).toEqual(['alice', 'a call']);
  signIn.write('');
  unsaved.write('');
});
