import type { CallInfo } from '#core/call/call-info.ts';
import type { CallId } from '#core/shared/ids.ts';

/** What one happening may not do to the calls that were there before. */
export function overreachOf(
  before: ReadonlyMap<CallId, CallInfo>,
  after: ReadonlyMap<CallId, CallInfo>,
): readonly string[] {
  const changed = [...before.values()].flatMap((call) => {
    const now = after.get(call.callId) ?? call;
    return now === call ? [] : [{ call, now }];
  });
  const promises = {
    'only one call changes': changed.length <= 1,
    'an answered call does not ring, nor is it cancelled': changed.every(
      ({ call, now }) =>
        call.connectedAt === null || !['Initiating', 'Ringing', 'Cancelled'].includes(now.state),
    ),
    'connectedAt is set once': changed.every(
      ({ call, now }) => call.connectedAt === null || call.connectedAt === now.connectedAt,
    ),
    'confirmedAt is set once': changed.every(
      ({ call, now }) => call.confirmedAt === undefined || call.confirmedAt === now.confirmedAt,
    ),
  };
  return Object.entries(promises).flatMap(([promise, isKept]) => (isKept ? [] : [promise]));
}
