import type { AudioProcessing } from '#core/config/phone-config.ts';
import { PhoneError } from '#core/errors/phone-error.ts';
import type { AudioSource } from '#core/media/audio-source.ts';
import type { CallMicrophone, MicrophonePort } from '#core/media/microphone-port.ts';
import { toAudioSource } from '../media-handles.ts';
import { toMicrophoneError } from './microphone-errors.ts';

/** The part of `navigator.mediaDevices` that a microphone needs. Undefined on a page that is no secure context. */
export type MicrophoneDevices = Pick<MediaDevices, 'getUserMedia'> | undefined;

/** One call's copy, as the device sees it. */
interface DeviceCopy {
  readonly moveTo: (device: OpenDevice, stream: MediaStream) => void;
}

/** The device while it is open, who holds it or waits for it, and the copies of its track. */
interface OpenDevice {
  readonly stream: Promise<MediaStream>;
  readonly copies: Set<DeviceCopy>;
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

  /** The open device, held, and its stream. An unplugged one has ended its tracks for good: then it is opened anew. */
  const hold = async (): Promise<readonly [OpenDevice, MediaStream]> => {
    const device = (current ??= openDevice());
    device.holders += 1;
    try {
      const stream = await device.stream;
      if (stream.getAudioTracks().some((track) => track.readyState === 'live')) return [device, stream];
    } catch (error) {
      forget(device);
      letGo(device);
      throw error;
    }
    forget(device);
    letGo(device);
    return hold();
  };

  /** Its copies go on with the device that the browser has instead, or keep their silence when it has none. */
  const replace = async (unplugged: OpenDevice): Promise<void> => {
    forget(unplugged);
    if (unplugged.copies.size === 0) return;
    const [device, stream] = await hold();
    for (const copy of unplugged.copies) {
      device.holders += 1;
      letGo(unplugged);
      copy.moveTo(device, stream);
    }
    unplugged.copies.clear();
    letGo(device);
  };

  const openDevice = (): OpenDevice => {
    const onUnplugged = () => void replace(device).catch(() => undefined);
    const watched = async (): Promise<MediaStream> => {
      const stream = await open();
      for (const track of stream.getAudioTracks()) track.addEventListener('ended', onUnplugged);
      return stream;
    };
    const device: OpenDevice = { stream: watched(), copies: new Set(), holders: 0 };
    return device;
  };

  return {
    isAllowed,
    async acquire(onReplaced) {
      const [device, stream] = await hold();
      return cloneFor(device, stream, letGo, onReplaced);
    },
  };
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function cloneFor(
  first: OpenDevice,
  stream: MediaStream,
  letGo: (device: OpenDevice) => void,
  onReplaced: (source: AudioSource) => void,
): CallMicrophone {
  let device = first;
  let clone = stream.clone();
  let released = false;
  const enable = (enabled: boolean) => {
    for (const track of clone.getAudioTracks()) track.enabled = enabled;
  };
  const copy: DeviceCopy = {
    moveTo(next, stream) {
      // Muted by the person, or switched off by the stack while the call is on hold.
      const isOn = clone.getAudioTracks().every(({ enabled }) => enabled);
      stopTracks(clone);
      device = next;
      clone = stream.clone();
      enable(isOn);
      device.copies.add(copy);
      onReplaced(toAudioSource(clone));
    },
  };
  device.copies.add(copy);
  return {
    get source() {
      return toAudioSource(clone);
    },
    setMuted: (muted) => enable(!muted),
    release() {
      if (released) return;
      released = true;
      stopTracks(clone);
      device.copies.delete(copy);
      letGo(device);
    },
  };
}
