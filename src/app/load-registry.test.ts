import { describe, expect, it, vi } from 'vitest';
import { nopLifecycle } from '#core/hooks/lifecycle-sink.ts';
import { nopRecording, nothingCaptured, nothingKept } from '#core/hooks/recording-sink.ts';
import { asCallId } from '#core/shared/ids.ts';
import { loadRegistry } from './load-registry.ts';

const upload = { ...nopRecording };
const standing = { lifecycle: nopLifecycle, recording: upload };
const load = (module: unknown) => loadRegistry('/hooks.js', { upload }, () => Promise.resolve(module));
const callId = asCallId('c1');

describe('the registry of a deployment', () => {
  it('is the shipped one where there is no module', async () => {
    const loading = loadRegistry(null, { upload }, () => Promise.reject(new Error('unused')));
    expect(await loading).toEqual({ registry: standing, error: null });
  });

  it.each(['createRegistry', 'default'])('is made by the export %s, from the shipped sinks', async (name) => {
    const createRegistry = vi.fn<(shipped: unknown) => unknown>(() => ({}));
    const { registry, error } = await load({ [name]: createRegistry });
    expect(error).toBeNull();
    expect(createRegistry).toHaveBeenCalledWith({ upload });
    expect(registry.recording).toBe(upload);
  });

  it.each([undefined, null])('has the shipped sinks in place of %s', async (missing) => {
    const createRegistry = () => ({ lifecycle: missing, recording: missing });
    expect(await load({ createRegistry })).toEqual({ registry: standing, error: null });
  });

  it('has what its sinks leave out, and keeps their own state', async () => {
    class Sink {
      readonly ended: string[] = [];
      onRinging() {
        this.ended.push('ringing');
      }
      finishRecording() {
        return Promise.resolve({ ...nothingKept, url: this.ended.join() });
      }
    }
    const sink = new Sink();
    const createRegistry = () => Promise.resolve({ lifecycle: sink, recording: sink });
    const { registry } = await load({ createRegistry });
    registry.lifecycle.onRinging({} as never);
    registry.lifecycle.onEstablished({} as never);
    expect(registry.recording.beginRecording({} as never, 16000, '')).toBe(false);
    expect(await registry.recording.finishRecording({ aborted: false }, nothingCaptured(callId))).toEqual({
      ...nothingKept,
      url: 'ringing',
    });
  });

  it.each([
    ['no function', {}, 'It exports no createRegistry.'],
    ['nothing', { createRegistry: () => undefined }, 'createRegistry returned no object.'],
    ['a failure', { createRegistry: () => Promise.reject(new Error('no key')) }, 'no key'],
  ])('is the shipped one where the module brings %s, and says why', async (_what, module, why) => {
    expect(await load(module)).toEqual({
      registry: standing,
      error: { code: 'config/hooks-failed', details: `/hooks.js: ${why}` },
    });
  });

  it('does not wait for ever', async () => {
    vi.useFakeTimers();
    const loading = loadRegistry('/hooks.js', { upload }, () => new Promise(() => {}));
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await loading).error?.details).toBe('/hooks.js: It was not there after 10 s.');
    vi.useRealTimers();
  });
});
