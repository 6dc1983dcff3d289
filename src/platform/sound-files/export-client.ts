import { PhoneError } from '#core/errors/phone-error.ts';
import type {
  MadeZip,
  OnExported,
  RecordingExporter,
  StopSignal,
  ZipEntry,
} from '#core/recording/export-port.ts';
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
  ): Promise<MadeZip> => {
    const name = createId();
    const worker = spawnWorker();
    return new Promise<Extract<ExportReply, { kind: 'made' }>>((resolve, reject) => {
      const tell = (request: ExportRequest) => worker.postMessage(request);
      signal.addEventListener('abort', () => reject(signal.reason));
      worker.addEventListener('error', ({ message }) =>
        reject(new PhoneError({ code: 'recording/not-convertible', details: message })),
      );
      worker.addEventListener('message', ({ data }: MessageEvent<ExportReply>) => {
        if (data.kind === 'progressed') onProgress(data.share);
        else if (data.kind === 'next') onNext().then(tell, reject);
        else if (data.kind === 'made') resolve(data);
        else reject(new PhoneError(data.error));
      });
      signal.throwIfAborted();
      tell(first(name));
    })
      .finally(() => worker.terminate())
      .then(
        ({ made, missing }) => ({ ...toOpened(made), missing }),
        (error: unknown) => {
          void removeScratch(name);
          throw error;
        },
      );
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
      const unopened: string[] = [];
      let release = (): void => undefined;
      let isOver = false;
      const openNext = async ({ name, atMs, open }: ZipEntry): Promise<ExportRequest> => {
        const source = await open();
        ({ release } = source);
        // Opening it may have taken longer than there was somebody who wanted it.
        if (isOver) release();
        return { kind: 'entry', entry: { name, atMs, url: new URL(source.url, self.location.href).href } };
      };
      const next = async (): Promise<ExportRequest> => {
        release();
        release = () => undefined;
        for (let entry = rest.shift(); entry !== undefined; entry = rest.shift()) {
          try {
            return await openNext(entry);
          } catch {
            unopened.push(entry.name);
          }
        }
        return { kind: 'entry', entry: null };
      };
      const totalBytes = entries.reduce((sum, { bytes }) => sum + bytes, 0);
      try {
        const made = await make((name) => ({ kind: 'zip', name, totalBytes }), onProgress, signal, next);
        return { ...made, missing: [...unopened, ...made.missing] };
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
