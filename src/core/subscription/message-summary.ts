import { findTarget } from '../signalling/sip-target.ts';

/** What waits on a voicemail. */
export interface MessageSummary {
  readonly isWaiting: boolean;
  /** New messages; null where the server does not count them. */
  readonly newCount: number | null;
  /** Where they are listened to, as a SIP URI; null when the server names no place that can be called. */
  readonly voicemailUri: string | null;
}

/** A summary has a few lines; nobody reads more of a stranger's text. */
const maxCharacters = 4096;
const maxCount = 9999;

/**
 * Reads the body of a message-summary (RFC 3842 §5.2). `domain` is the account's own, for an address without one. Total: null
 * for what is none. Of several kinds of messages the voice ones are told.
 */
export function parseMessageSummary(body: string, domain: string): MessageSummary | null {
  const head = body.slice(0, maxCharacters);
  const lineOf = (name: string): string | null =>
    new RegExp(`^${name}[ \\t]*:[ \\t]*([^\\r\\n]*)`, 'im').exec(head)?.[1]?.trim() ?? null;

  const waiting = lineOf('Messages-Waiting')?.toLowerCase();
  if (waiting !== 'yes' && waiting !== 'no') return null;
  const [, count] = /^(\d{1,9})[ \t]*\/[ \t]*\d+/.exec(lineOf('Voice-Message') ?? '') ?? [];
  const account = lineOf('Message-Account');
  return {
    isWaiting: waiting === 'yes',
    newCount: count === undefined ? null : Math.min(Number(count), maxCount),
    voicemailUri: account === null ? null : findTarget(account, domain),
  };
}
