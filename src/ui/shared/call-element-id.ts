import type { CallId } from '#core/shared/ids.ts';

/** The id of a live call's element, so that the focus can follow a call from its toast to its card. */
export const callElementId = (callId: CallId): string => `call-${callId}`;
