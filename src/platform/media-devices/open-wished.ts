import { PhoneError } from '#core/errors/phone-error.ts';
import type { MicrophoneWish } from '#core/media/microphone-port.ts';
import { toMicrophoneError } from './microphone-errors.ts';

/** The part of `navigator.mediaDevices` that a microphone needs. Undefined on a page that is no secure context. */
export type MicrophoneDevices = Pick<MediaDevices, 'getUserMedia'> | undefined;

/** What the browser has opened, and which wish that fulfils: the default has no device id. */
export interface OpenedMicrophone {
  readonly stream: MediaStream;
  readonly wish: MicrophoneWish;
}

/** Names with which a browser says that there is nothing of what was asked for. */
const isMissing = (thrown: unknown): boolean =>
  thrown instanceof Error && ['OverconstrainedError', 'NotFoundError'].includes(thrown.name);

/**
 * What to ask for, in turn. The processing is asked for exactly: Chromium otherwise gives that of a device that is open
 * already, and `applyConstraints` does nothing to a track that is (measured in Chromium 156). A device that cannot do it
 * does what it can.
 */
function attempts({ deviceId, processing }: MicrophoneWish): readonly MediaTrackConstraints[] {
  const { echoCancellation, noiseSuppression, autoGainControl } = processing;
  const exactly = {
    echoCancellation: { exact: echoCancellation },
    noiseSuppression: { exact: noiseSuppression },
    autoGainControl: { exact: autoGainControl },
  };
  const device = deviceId === null ? {} : { deviceId: { exact: deviceId } };
  return [
    { ...device, ...exactly },
    { ...device, ...processing },
  ];
}

/**
 * Opens a microphone. One that is not there is `or-default` the system's own instead, or rejects with `media/device-gone`.
 * Rejects with `media/*`.
 */
export async function openWished(
  devices: MicrophoneDevices,
  wish: MicrophoneWish,
  missing: 'or-default' | 'or-fail',
): Promise<OpenedMicrophone> {
  if (devices === undefined) {
    throw new PhoneError({
      code: 'media/permission-denied',
      details: 'Browsers give a microphone only to pages from https:// or http://localhost.',
    });
  }
  let failure: unknown;
  for (const audio of attempts(wish)) {
    try {
      return { stream: await devices.getUserMedia({ audio, video: false }), wish };
    } catch (error) {
      failure = error;
      if (!isMissing(error)) break;
    }
  }
  if (wish.deviceId === null || !isMissing(failure)) throw toMicrophoneError(failure);
  if (missing === 'or-fail') throw new PhoneError({ code: 'media/device-gone' }, failure);
  return openWished(devices, { ...wish, deviceId: null }, missing);
}
