import type { AudioProcessing } from '#core/config/phone-config.ts';
import { PhoneError } from '#core/errors/phone-error.ts';
import type { CallMicrophone, MicrophonePort } from '#core/media/microphone-port.ts';
import { toAudioSource } from '../media-handles.ts';
import { toMicrophoneError } from './microphone-errors.ts';

/** The part of `navigator.mediaDevices` that a microphone needs. Undefined on a page that is no secure context. */
export type MicrophoneDevices = Pick<MediaDevices, 'getUserMedia'> | undefined;

/** The device while it is open, and how many calls hold a copy of it. */
interface OpenDevice {
  readonly stream: Promise<MediaStream>;
  holders: number;
}

/**
 * One microphone, opened with the first call that needs it and closed with the last: each call gets a clone of the
 * track, so that muting one call never silences another.
 */
export function createMicrophone(
  devices: MicrophoneDevices,
  processing: AudioProcessing,
  isAllowed: () => Promise<boolean>,
): MicrophonePort {
  let current: OpenDevice | null = null;

  const open = async (): Promise<MediaStream> => {
    if (devices === undefined) {
      throw new PhoneError({
        code: 'media/permission-denied',
        details: 'Browsers give a microphone only to pages from https:// or http://localhost.',
      });
    }
    try {
      return await devices.getUserMedia({ audio: { ...processing }, video: false });
    } catch (error) {
      throw toMicrophoneError(error);
    }
  };

  const forget = (device: OpenDevice): void => {
    if (current === device) current = null;
  };

  const letGo = (device: OpenDevice): void => {
    device.holders -= 1;
    if (device.holders > 0) return;
    forget(device);
    void device.stream.then(stopTracks, () => undefined);
  };

  const acquire = async (): Promise<CallMicrophone> => {
    const device = (current ??= { stream: open(), holders: 0 });
    device.holders += 1;
    try {
      const stream = await device.stream;
      if (stream.getAudioTracks().some((track) => track.readyState === 'live')) {
        return cloneFor(stream, () => letGo(device));
      }
    } catch (error) {
      forget(device);
      letGo(device);
      throw error;
    }
    // An unplugged device has ended its tracks for good; the ones who still hold it keep their silence.
    forget(device);
    letGo(device);
    return acquire();
  };

  return { isAllowed, acquire };
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function cloneFor(device: MediaStream, onRelease: () => void): CallMicrophone {
  const copy = device.clone();
  let released = false;
  return {
    source: toAudioSource(copy),
    setMuted(muted) {
      for (const track of copy.getAudioTracks()) track.enabled = !muted;
    },
    release() {
      if (released) return;
      released = true;
      stopTracks(copy);
      onRelease();
    },
  };
}
