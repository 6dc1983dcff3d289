import { displayText } from '#core/identity/display-text.ts';
import { parseNameAddr } from '#core/identity/name-addr.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';

/** The other party of a recording as it may be shown. */
export interface RecordingParty {
  readonly name: string;
  readonly address: string;
}

/** Who a recording is with: text from a stranger, cleaned and bounded. */
export function partyOf({ remoteUri, remoteDisplayName }: RecordingMeta): RecordingParty {
  const address = displayText(parseNameAddr(remoteUri).uri.replace(/^(?:sips?|tel):/i, ''));
  const name = displayText(remoteDisplayName ?? '');
  return { name: name === '' ? address : name, address };
}

/** A file name that sorts by time and that every system takes: `2026-11-23 20.38 Bob.wav`, in local time. */
export function downloadName(meta: RecordingMeta): string {
  const at = new Date(meta.startedAtMs);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const party = partyOf(meta)
    .name.replaceAll(/[^\p{L}\p{M}\p{N}@._+-]+/gu, ' ')
    .trim()
    .replace(/^\.+/, '')
    .slice(0, 60);
  return `${day} ${two(at.getHours())}.${two(at.getMinutes())} ${party}.wav`;
}

/** Where the file is offered for saving. */
export const downloadUrl = (url: string): string => `${url}?download`;
