import { expect, it } from 'vitest';
import { describeDeviceStorageContract } from '#testing/device-storage-contract.ts';
import { createDeviceStorage } from './device-storage.ts';
import { createKeptText } from './kept-text.ts';

const storage = createDeviceStorage();

async function leaveExport(bytes: number): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const exports = await root.getDirectoryHandle('exports', { create: true });
  const file = await (await exports.getFileHandle('left.wav', { create: true })).createWritable();
  await file.write(new Uint8Array(bytes));
  await file.close();
}

describeDeviceStorageContract(storage, createKeptText('sidetone.look').write, leaveExport);

it('keeps what is no setting', async () => {
  const [signIn, unsaved] = [createKeptText('sidetone.sign-in'), createKeptText('sidetone.unsaved-calls')];
  signIn.write('alice');
  unsaved.write('a call');
  await storage.forgetSettings();
  expect([signIn.read(), unsaved.read()]).toEqual(['alice', 'a call']);
  signIn.write('');
  unsaved.write('');
});
