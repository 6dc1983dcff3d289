declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A call of ours. Unique for the life of the page. */
export type CallId = Branded<'CallId'>;
/** An account of the person: its address of record, `alice@example.com`. */
export type AccountId = Branded<'AccountId'>;
/** A session of the signalling stack. Never shown, never stored. */
export type SessionId = Branded<'SessionId'>;
/** The value of a SIP Call-ID header (RFC 3261 §20.8). */
export type SipCallId = Branded<'SipCallId'>;
/** A recording, from the first sample to the stored file: `[a-z0-9-]{1,64}`, so that it is safe in a path and a URL. */
export type RecordingId = Branded<'RecordingId'>;

/** Takes a text for the id that it is. */
export const asCallId = (value: string): CallId => value as CallId;
/** Takes a text for the id that it is. */
export const asAccountId = (value: string): AccountId => value as AccountId;
/** Takes a text for the id that it is. */
export const asSessionId = (value: string): SessionId => value as SessionId;
/** Takes a text for the id that it is. */
export const asSipCallId = (value: string): SipCallId => value as SipCallId;
/** Takes a text for the id that it is; whoever does vouches for its alphabet. */
export const asRecordingId = (value: string): RecordingId => value as RecordingId;

/** Makes ids that nobody else has made. The composition root passes `crypto.randomUUID`. */
export type CreateId = () => string;
