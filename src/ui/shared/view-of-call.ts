import type { CallInfo } from '#core/call/call-info.ts';
import { remoteAddress, remoteName } from '#core/call/selectors.ts';
import { displayText } from '#core/identity/display-text.ts';

/** A call's remote party as it may be shown: text from a stranger, cleaned and bounded. */
export interface CallView {
  readonly name: string;
  /** Without scheme: `bob@example.com`. */
  readonly address: string;
  readonly subject: string | null;
}

/** What of a call is shown to the person. `knownName` is what their contacts call its party; null when they do not. */
export function viewOf(call: CallInfo, knownName: string | null): CallView {
  const subject = displayText(call.subject ?? '', 160);
  return {
    name: knownName ?? remoteName(call),
    address: remoteAddress(call),
    subject: subject === '' ? null : subject,
  };
}
