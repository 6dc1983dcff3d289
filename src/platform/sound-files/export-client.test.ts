import { expect, it, vi } from 'vitest';
import { createRecordingExporter } from './export-client.ts';

/** Asks for the first file of a ZIP, and for nothing else. */
class FakeWorker extends EventTarget {
  postMessage({ kind }: { readonly kind: string }): void {
    if (kind !== 'zip') return;
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: { kind: 'next' } })));
  }
  terminate(): void {}
}

it('gives back a recording that is opened only after the ZIP was stopped', async () => {
  const exporter = createRecordingExporter(
    () => new FakeWorker() as unknown as Worker,
    () => 'zip',
  );
  const release = vi.fn<() => void>();
  let opened = (): void => undefined;
  const open = vi.fn<() => Promise<{ url: string; release: () => void }>>(
    () => new Promise((resolve) => (opened = () => resolve({ url: 'blob:1', release }))),
  );
  const stop = new AbortController();
  const made = exporter.zip([{ name: 'a.wav', atMs: 1, bytes: 1, open }], () => undefined, stop.signal);
  await vi.waitFor(() => expect(open).toHaveBeenCalledOnce());
  stop.abort();
  await expect(made).rejects.toMatchObject({ name: 'AbortError' });
  opened();
  await vi.waitFor(() => expect(release).toHaveBeenCalledOnce());
});
