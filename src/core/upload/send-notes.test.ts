import { expect, it } from 'vitest';
import { createFakeStore } from '#testing/fake-upload.ts';
import { createSendNotes } from './send-notes.ts';

it('sends no notes before those that were to be sent before have arrived', async () => {
  const arrived: string[] = [];
  let arrive = (): void => undefined;
  const isHere = new Promise<void>((resolve) => (arrive = resolve));
  const send = createSendNotes({
    ...createFakeStore().actions,
    async setNotes(_url, notes) {
      if (notes === 'old') await isHere;
      arrived.push(notes);
    },
  });
  const both = Promise.all(['old', 'new'].map((notes) => send('/recordings/1', notes)));
  arrive();
  await both;
  expect(arrived).toEqual(['old', 'new']);
});
