import { toPhoneErrorDetail } from '../errors/phone-error.ts';
import type { AudioSource } from '../media/audio-source.ts';
import type { CallId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import type { ClientCallHandler } from './call-handler.ts';

/** Opens the microphone of a call and goes on with it. One that cannot be had ends the call, says why, and gives up. Never rejects. */
export type WithMicrophone = (
  callId: CallId,
  proceed: (source: AudioSource) => void | Promise<void>,
  giveUp: () => void,
) => Promise<void>;

/** Builds it. */
export function createWithMicrophone(deps: {
  readonly calls: Pick<ClientCallHandler, 'endCall'>;
  /** Null for a call that is over by then. */
  readonly open: (callId: CallId) => Promise<AudioSource | null>;
  readonly logger: Logger;
}): WithMicrophone {
  const { calls, open, logger } = deps;
  return async (callId, proceed, giveUp) => {
    try {
      const source = await open(callId);
      if (source !== null) await proceed(source);
    } catch (error) {
      const detail = toPhoneErrorDetail(error);
      logger.warn('a call could not go on', { ...detail });
      const cause = detail.code.startsWith('media/') ? 'microphone' : 'internal';
      const end = { cause, initiator: 'local', sipCode: null, reason: detail.code } as const;
      // Before the session is refused, whose end would otherwise be taken for a refusal by the person.
      calls.endCall(callId, end, detail);
      giveUp();
    }
  };
}
