import { PhoneError } from '#core/errors/phone-error.ts';
import type { OnExported, RecordingExporter, StopSignal } from '#core/recording/export-port.ts';
import type { OpenedRecording } from '#core/upload/stored-recording.ts';
import type { ExportReply, ExportRequest } from './export-messages.ts';
import { removeScratch, type FinishedScratch } from './scratch-file.ts';

/** Makes each file in a worker of its own, which is gone when the file is there or nobody wants it any more. */
export function createRecordingExporter(
  spawnWorker: () => Worker,
  createId: () => string,
): RecordingExporter {
  const make = (
    first: (name: string) => ExportRequest,
    onProgress: OnExported,
    signal: StopSignal,
    onNext: () => Promise<ExportRequest> = () => Promise.resolve({ kind: 'entry', entry: null }),
  ): Promise<OpenedRecording> => {
    const name = createId();
    const worker = spawnWorker();
    return new Promise<FinishedScratch>((resolve, reject) => {
      const tell = (request: ExportRequest) => worker.postMessage(request);
      signal.addEventListener('abort', () => reject(signal.reason));
      worker.addEventListener('error', ({ message }) =>
        reject(new PhoneError({ code: 'recording/not-convertible', details: message })),
      );
      worker.addEventListener('message', ({ data }: MessageEvent<ExportReply>) => {
        if (data.kind === 'progressed') onProgress(data.share);
        else if (data.kind === 'next') onNext().then(tell, reject);
        else if (data.kind === 'made') resolve(data.made);
        else reject(new PhoneError(data.error));
      });
      signal.throwIfAborted();
      tell(first(name));
    })
      .finally(() => worker.terminate())
      .then(toOpened, (error: unknown) => {
        void removeScratch(name);
        throw error;
      });
  };

  return {
    async convert(open, plan, onProgress, signal) {
      const source = await open();
      const url = new URL(source.url, self.location.href).href;
      try {
        return await make((name) => ({ kind: 'convert', name, url, plan }), onProgress, signal);
      } finally {
        source.release();
      }
    },
    async zip(entries, onProgress, signal) {
      const rest = [...entries];
      let release = (): void => undefined;
      let isOver = false;
      const next = async (): Promise<ExportRequest> => {
        release();
        release = () => undefined;
        const entry = rest.shift();
        if (entry === undefined) return { kind: 'entry', entry: null };
        const source = await entry.open();
        ({ release } = source);
        // Opening it may have taken longer than there was somebody who wanted it.
        if (isOver) release();
        const url = new URL(source.url, self.location.href).href;
        return { kind: 'entry', entry: { name: entry.name, atMs: entry.atMs, url } };
      };
      const totalBytes = entries.reduce((sum, { bytes }) => sum + bytes, 0);
      try {
        return await make((name) => ({ kind: 'zip', name, totalBytes }), onProgress, signal, next);
      } finally {
        isOver = true;
        release();
      }
    },
  };
}

function toOpened({ file, name }: FinishedScratch): OpenedRecording {
  const url = URL.createObjectURL(file);
  return {
    url,
    release() {
      URL.revokeObjectURL(url);
      if (name !== null) void removeScratch(name);
    },
  };
}
