import { createFakeContactsDisk, createFakeHistoryDisk } from './fake-kept-people.ts';
import { describeKeptContactsContract, describeKeptHistoryContract } from './kept-people-contract.ts';

describeKeptContactsContract(() => Promise.resolve(createFakeContactsDisk().open));
describeKeptHistoryContract(() => Promise.resolve(createFakeHistoryDisk([], 5).open));
