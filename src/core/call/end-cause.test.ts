import { expect, it } from 'vitest';
import { causeOfResponse } from './end-cause.ts';

it.each([
  [402, '', 'not-allowed'],
  [403, '', 'not-allowed'],
  [403, 'Q.850;cause=21;text="Call rejected"', 'rejected'],
  [404, '', 'not-found'],
  [404, 'Q.850 ; cause=3', 'no-route'],
  [408, '', 'unavailable'],
  [410, '', 'gone'],
  [480, '', 'unavailable'],
  [480, 'SIP;cause=480, Q.850;cause=17', 'busy'],
  [484, '', 'address-incomplete'],
  [486, '', 'busy'],
  [488, '', 'incompatible-media'],
  [502, '', 'no-route'],
  [503, '', 'server-busy'],
  [504, '', 'no-route'],
  [600, '', 'busy'],
  [603, '', 'rejected'],
  [604, '', 'not-found'],
  [606, '', 'incompatible-media'],
  [404, 'Q.850;cause=999', 'not-found'],
  [404, 'Q.8500;cause=3', 'not-found'],
  [500, '', null],
  [302, '', null],
])('%i with Reason "%s" means %s', (status, reason, cause) => {
  expect(causeOfResponse(status, reason)).toBe(cause);
});
