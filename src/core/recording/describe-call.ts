import type { CallInfo } from '../call/call-info.ts';
import { displayText } from '../identity/display-text.ts';
import { parseNameAddr } from '../identity/name-addr.ts';
import type { RecordingMeta } from './recording-meta.ts';

/** What a recording says of its call. */
export function describeCall(
  call: CallInfo,
  own: Pick<RecordingMeta, 'recordingId' | 'startedAtMs' | 'sampleRateHz'>,
): RecordingMeta {
  const displayName = displayText(call.remoteDisplayName ?? '');
  return {
    ...own,
    callId: call.callId,
    sipCallId: call.sipCallId,
    direction: call.direction,
    remoteUri: parseNameAddr(call.remoteUri).uri,
    remoteDisplayName: displayName === '' ? null : displayName,
    localUri: parseNameAddr(call.localUri).uri,
    channels: 2,
    marks: [],
  };
}
