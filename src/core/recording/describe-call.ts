import type { CallInfo } from '../call/call-info.ts';
import { displayText } from '../identity/display-text.ts';
import { parseNameAddr } from '../identity/name-addr.ts';
import { asSipCallId } from '../shared/ids.ts';
import type { RecordingMeta } from './recording-meta.ts';

/** More of a stranger's text would fit neither into the journal nor into the headers of an upload. */
const longestText = 256;

const cut = (text: string): string => text.slice(0, longestText);

/** What a recording says of its call. What is too long is cut: it never costs the recording. */
export function describeCall(
  call: CallInfo,
  own: Pick<RecordingMeta, 'recordingId' | 'startedAtMs' | 'sampleRateHz'>,
): RecordingMeta {
  const displayName = displayText(call.remoteDisplayName ?? '');
  return {
    ...own,
    callId: call.callId,
    sipCallId: asSipCallId(cut(call.sipCallId)),
    direction: call.direction,
    remoteUri: cut(parseNameAddr(call.remoteUri).uri),
    remoteDisplayName: displayName === '' ? null : displayName,
    localUri: cut(parseNameAddr(call.localUri).uri),
    channels: 2,
    marks: [],
  };
}
