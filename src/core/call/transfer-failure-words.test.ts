import { expect, it } from 'vitest';
import { buildCall } from '#testing/call-builders.ts';
import { errorTable } from '../errors/error-table.ts';
import { callEndTable } from './call-end-table.ts';
import { describeTransferFailure } from './transfer-failure-words.ts';

const catalog = { callEnds: callEndTable, errors: errorTable };

it.each([
  ['486 Busy Here', 'carol is busy.'],
  ['603 Decline', errorTable['call/refused-by-peer'].sentence],
  ['404 Not Found', 'This number or address does not exist.'],
  ['480 Temporarily Unavailable', 'carol cannot be reached right now.'],
  ['call/refused-by-peer', errorTable['call/refused-by-peer'].sentence],
  ['407 Proxy Authentication Required', null],
  ['500 Server Internal Error', null],
  ['Error: something', null],
])('a transfer that failed with %j is told as %j', (failed, sentence) => {
  const call = buildCall({ direction: 'Incoming', state: 'Connected', rangAt: 1 });
  expect(describeTransferFailure(call, failed, catalog, 'carol')).toBe(sentence);
});
