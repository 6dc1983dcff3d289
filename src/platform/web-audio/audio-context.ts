import type { SoundPermission } from '#core/media/call-audio-port.ts';
import { createStore, type ReadonlyStore } from '#core/shared/store.ts';

/** The phone's one AudioContext: tones, level meters and recordings share its clock. Main thread. */
export interface PhoneAudioContext {
  /** The context, made at the first call and never closed: a page may only have a few. */
  readonly get: () => AudioContext;
  /** Whether the browser's autoplay policy lets it run. */
  readonly permission: ReadonlyStore<SoundPermission>;
  /** Makes the context and tries to start it. Resolves after a moment even when the browser waits for a click. Never rejects. */
  readonly start: () => Promise<void>;
}

/** How long a context that may start can take: 140 ms in Chromium, up to 2 s in Firefox (measured, cold). */
const allowedStartMs = 2500;
/** Before the person has touched the page a start that takes longer is being held back by the autoplay policy. */
const untouchedStartMs = 400;

/** Makes the phone's AudioContext. 48 kHz whatever the device has, so that recordings need no second rate conversion. */
export function createPhoneAudioContext(): PhoneAudioContext {
  const permission = createStore<SoundPermission>('unknown');
  let context: AudioContext | null = null;

  const get = (): AudioContext => {
    if (context !== null) return context;
    const created = new AudioContext({ sampleRate: 48000, latencyHint: 'interactive' });
    created.addEventListener('statechange', () => {
      if (created.state === 'running') permission.setState('allowed');
    });
    context = created;
    return created;
  };

  const start = async (): Promise<void> => {
    const resumed = get()
      .resume()
      .catch(() => undefined);
    const patienceMs = navigator.userActivation.hasBeenActive ? allowedStartMs : untouchedStartMs;
    // A context that waits for a click leaves its promise pending for ever.
    await Promise.race([resumed, new Promise<void>((resolve) => setTimeout(resolve, patienceMs))]);
    permission.setState(get().state === 'running' ? 'allowed' : 'blocked');
  };

  return { get, permission, start };
}
