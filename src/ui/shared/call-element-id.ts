import type { CallId } from '#core/shared/ids.ts';

/** The id of a call's card, so that the focus can follow a call from its toast to its card, and to that of its end. */
export const callElementId = (callId: CallId): string => `call-${callId}`;
