import { PhoneError } from '#core/errors/phone-error.ts';
import type { OutputRole } from '#core/media/call-audio-port.ts';

/** Whether this browser lets a page choose where an element plays. */
export const canChooseOutput = 'setSinkId' in HTMLMediaElement.prototype;

/** Media elements that play streams, each on the device of its role. */
export interface StreamPlayers {
  /** Null for the system's default. */
  readonly deviceOf: (role: OutputRole) => string | null;
  /** Moves what plays, too. Rejects with `media/device-gone`, and then nothing has moved. */
  readonly setDevice: (role: OutputRole, deviceId: string | null) => Promise<void>;
  /** Returns its stop. Idempotent. */
  readonly play: (stream: MediaStream, role: OutputRole) => () => void;
  /** Tries again to play what the browser held back. Never rejects. */
  readonly unlock: () => Promise<unknown>;
}

/** Sends an element to a device. Rejects with `media/device-gone` when the browser cannot. */
async function sendTo(element: HTMLAudioElement, deviceId: string | null): Promise<void> {
  try {
    await element.setSinkId(deviceId ?? '');
  } catch (error) {
    throw new PhoneError({ code: 'media/device-gone', details: String(error) }, error);
  }
}

/** Makes it. `onBlocked` is told when the browser's autoplay policy keeps an element silent. */
export function createStreamPlayers(onBlocked: () => void): StreamPlayers {
  const devices: Record<OutputRole, string | null> = { speaker: null, ringer: null };
  const playing = new Map<HTMLAudioElement, OutputRole>();

  const tryToPlay = async (element: HTMLAudioElement): Promise<void> => {
    try {
      await element.play();
    } catch (error) {
      // A play() that its own pause() overtook rejects with AbortError, and nobody minds.
      if (error instanceof Error && error.name === 'NotAllowedError') onBlocked();
    }
  };

  /** First the device, so that nothing is heard on the wrong one. One that is gone leaves the element on the default. */
  const start = async (element: HTMLAudioElement, deviceId: string | null): Promise<void> => {
    if (deviceId !== null) await sendTo(element, deviceId).catch(() => undefined);
    if (playing.has(element)) await tryToPlay(element);
  };

  return {
    deviceOf: (role) => devices[role],
    async setDevice(role, deviceId) {
      // On an element that plays nothing, so that a device that is gone leaves everything as it was.
      if (deviceId !== null) await sendTo(new Audio(), deviceId);
      devices[role] = deviceId;
      const moving = [...playing].filter(([, itsRole]) => itsRole === role);
      await Promise.all(moving.map(([element]) => sendTo(element, deviceId).catch(() => undefined)));
    },
    play(stream, role) {
      const element = new Audio();
      element.srcObject = stream;
      playing.set(element, role);
      void start(element, devices[role]);
      return () => {
        playing.delete(element);
        element.pause();
        element.srcObject = null;
      };
    },
    unlock: () => Promise.all([...playing.keys()].map(tryToPlay)),
  };
}
