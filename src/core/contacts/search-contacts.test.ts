import { expect, it } from 'vitest';
import { toSearch } from '#core/shared/search-text.ts';
import { buildContact } from '#testing/people-builders.ts';
import { findContacts } from './search-contacts.ts';

const contacts = [
  buildContact({ id: 'bob', name: 'Bob', organisation: 'Nørthwind Café' }),
  buildContact({
    id: 'zoe',
    name: 'Zoë Quartz',
    organisation: '',
    addresses: [{ kind: 'work', value: '+49 (30) 12-34' }],
  }),
];

it.each([
  ['', ['bob', 'zoe']],
  ['cafe', ['bob']],
  ['quartz ZOE', ['zoe']],
  ['+49301234', ['zoe']],
  ['30 12', ['zoe']],
  ['nobody', []],
])('a search for %j finds %j', (typed, ids) => {
  expect(findContacts(contacts, toSearch(typed)).map(({ contactId }) => contactId)).toEqual(ids);
});
