import { deleteDB } from 'idb';
import { expect, it } from 'vitest';
import { toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import { describeKeptContactsContract, describeKeptHistoryContract } from '#testing/kept-people-contract.ts';
import { buildEntry } from '#testing/people-builders.ts';
import { createKeptContacts, createKeptHistory } from './kept-people.ts';
import { createPeopleDatabase } from './people-database.ts';

const startAnew = async () => {
  await deleteDB('people');
  return createPeopleDatabase;
};

describeKeptContactsContract(async () => {
  const connect = await startAnew();
  return () => createKeptContacts(connect());
});
describeKeptHistoryContract(async () => {
  const connect = await startAnew();
  return () => createKeptHistory(connect(), 5);
});

it.each([
  ['QuotaExceededError', 'storage-full'],
  ['SecurityError', 'storage-failed'],
])('say what a database that fails with %s means', async (name, kind) => {
  const refused = () => Promise.reject(new DOMException('Not here.', name));
  const [history, contacts] = [createKeptHistory(refused), createKeptContacts(refused)];
  const refusals = [history.add(buildEntry()), history.countUnseen(), contacts.readAll(() => undefined)];
  const codes = await Promise.all(
    refusals.map((work) =>
      work.then(
        () => null,
        (error: unknown) => toPhoneErrorDetail(error).code,
      ),
    ),
  );
  expect(codes).toEqual([`history/${kind}`, `history/${kind}`, `contacts/${kind}`]);
});
