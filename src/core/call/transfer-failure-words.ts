import type { PhoneErrorCode } from '../errors/phone-error.ts';
import { type CallEndCatalog, describeCallEnd } from './call-end-words.ts';
import type { CallInfo } from './call-info.ts';
import { causeOfResponse } from './end-cause.ts';

const isErrorCode = (text: string, { errors }: CallEndCatalog): text is PhoneErrorCode =>
  Object.hasOwn(errors, text);

/**
 * Why a transfer did not work, in words for the person, from what its status was told with: the response of whom it was to go
 * to, or an error of ours. `target` is what they are called. Null where that says no more than that it did not work.
 */
export function describeTransferFailure(
  call: CallInfo,
  failed: string,
  catalog: CallEndCatalog,
  target: string,
): string | null {
  if (isErrorCode(failed, catalog)) return catalog.errors[failed].sentence;
  const sipCode = Number(/^[3-6]\d\d\b/.exec(failed)?.[0]);
  const cause = causeOfResponse(sipCode, '');
  // Whoever was to be sent on, or whom they called: it is not told which.
  if (cause === 'rejected') return catalog.errors['call/refused-by-peer'].sentence;
  // A password that was asked for is the other phone's.
  if (cause === null || cause === 'authentication') return null;
  const { rangAt: _rangAt, ...told } = call;
  const tried: CallInfo = {
    ...told,
    direction: 'Outgoing',
    wasConnectedWhenEnded: false,
    error: null,
    end: { cause, initiator: 'remote', sipCode, reason: '' },
  };
  return describeCallEnd(tried, catalog, target).sentence;
}
