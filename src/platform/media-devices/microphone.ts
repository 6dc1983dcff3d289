import type { AudioSource } from '#core/media/audio-source.ts';
import type { CallMicrophone, MicrophonePort, MicrophoneWish } from '#core/media/microphone-port.ts';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import { toAudioSource } from '../media-handles.ts';
import { openWished, type MicrophoneDevices, type OpenedMicrophone } from './open-wished.ts';

/** One call's copy, as the device sees it. */
interface DeviceCopy {
  readonly moveTo: (device: OpenDevice, stream: MediaStream) => void;
}

/** The device while it is open, who holds it or waits for it, and the copies of its track. */
interface OpenDevice {
  readonly opened: Promise<OpenedMicrophone>;
  readonly copies: Set<DeviceCopy>;
  holders: number;
}

/**
 * One microphone, opened with the first call that needs it and closed with the last: each call gets a clone of the
 * track, so that muting one call never silences another.
 */
export function createMicrophone(
  devices: MicrophoneDevices,
  initial: MicrophoneWish,
  isAllowed: () => Promise<boolean>,
): MicrophonePort {
  const inTurn = createSerialQueue();
  let wish = initial;
  let current: OpenDevice | null = null;
  /** Unplugged, with copies that are silent until there is another one. */
  const stranded = new Set<OpenDevice>();

  const forget = (device: OpenDevice): void => {
    if (current === device) current = null;
  };

  const letGo = (device: OpenDevice): void => {
    device.holders -= 1;
    if (device.holders > 0) return;
    forget(device);
    void device.opened.then(
      ({ stream }) => stopTracks(stream),
      () => undefined,
    );
  };

  /** The open device, held, and its stream. An unplugged one has ended its tracks for good: then it is opened anew. */
  const hold = async (): Promise<readonly [OpenDevice, MediaStream]> => {
    const device = (current ??= openDevice(wish, 'or-default'));
    device.holders += 1;
    try {
      const { stream } = await device.opened;
      const isReplaced = current !== null && current !== device;
      if (isLive(stream) && !isReplaced) return [device, stream];
    } catch (error) {
      forget(device);
      letGo(device);
      throw error;
    }
    forget(device);
    letGo(device);
    return hold();
  };

  const moveCopies = (from: OpenDevice, to: OpenDevice, stream: MediaStream): void => {
    for (const copy of from.copies) {
      to.holders += 1;
      letGo(from);
      copy.moveTo(to, stream);
    }
    from.copies.clear();
  };

  /** Its copies go on with the device that the browser has instead, or keep their silence when it has none. */
  const replace = async (unplugged: OpenDevice): Promise<void> => {
    forget(unplugged);
    stranded.delete(unplugged);
    if (unplugged.copies.size === 0) return;
    stranded.add(unplugged);
    const [device, stream] = await hold();
    moveCopies(unplugged, device, stream);
    stranded.delete(unplugged);
    letGo(device);
  };

  const openDevice = (wanted: MicrophoneWish, missing: 'or-default' | 'or-fail'): OpenDevice => {
    const onUnplugged = () => void replace(device).catch(() => undefined);
    const watched = async (): Promise<OpenedMicrophone> => {
      const opened = await openWished(devices, wanted, missing);
      for (const track of opened.stream.getAudioTracks()) track.addEventListener('ended', onUnplugged);
      return opened;
    };
    const device: OpenDevice = { opened: watched(), copies: new Set(), holders: 0 };
    return device;
  };

  /** Opens the one that is wished for beside the one that is in use, which goes on until the other is there. */
  const change = async (used: OpenDevice, wanted: MicrophoneWish): Promise<void> => {
    const before = await used.opened.catch(() => null);
    if (current !== used || before === null || isAsWished(before, wanted)) return;
    const next = openDevice(wanted, 'or-fail');
    next.holders += 1;
    const { stream } = await next.opened;
    // Nobody needs one any more, or another one has come instead while the browser opened this one.
    if (current === used) {
      current = next;
      moveCopies(used, next, stream);
    }
    letGo(next);
  };

  return {
    isAllowed,
    use: (wanted) =>
      inTurn(async () => {
        const before = wish;
        wish = wanted;
        try {
          if (current !== null) await change(current, wanted);
        } catch (error) {
          wish = before;
          throw error;
        }
        await Promise.all([...stranded].map((device) => replace(device).catch(() => undefined)));
      }),
    async acquire(onReplaced) {
      const [device, stream] = await hold();
      return cloneFor(device, stream, letGo, onReplaced);
    },
  };
}

/** Whether what is open is what is wished for: the device, or the apparatus that the default is now, and its processing. */
function isAsWished({ stream, wish }: OpenedMicrophone, wanted: MicrophoneWish): boolean {
  const [track] = stream.getAudioTracks();
  if (track === undefined || wish.deviceId !== wanted.deviceId) return false;
  const { groupId } = track.getSettings();
  const isSameApparatus = wanted.groupId === null || groupId === undefined || groupId === wanted.groupId;
  const processing = ['echoCancellation', 'noiseSuppression', 'autoGainControl'] as const;
  return isSameApparatus && processing.every((name) => wish.processing[name] === wanted.processing[name]);
}

function isLive(stream: MediaStream): boolean {
  return stream.getAudioTracks().some((track) => track.readyState === 'live');
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
