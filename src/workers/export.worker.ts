import { PhoneError, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { convertRecording } from '#platform/sound-files/convert-recording.ts';
import type { ExportReply, ExportRequest } from '#platform/sound-files/export-messages.ts';
import { createScratch } from '#platform/sound-files/scratch-file.ts';
import { zipRecordings, type OpenZipEntry } from '#platform/sound-files/zip-recordings.ts';

/** The dedicated worker that makes one file of recordings. Its messages are `ExportRequest` and `ExportReply`. */
const reply = (message: ExportReply): void => self.postMessage(message);

/** The page is told of each hundredth, and of no more. */
let toldShare = 0;
function tellShare(share: number): void {
  const rounded = Math.floor(share * 100) / 100;
  if (rounded <= toldShare) return;
  toldShare = rounded;
  reply({ kind: 'progressed', share: rounded });
}

let onEntry = (_entry: OpenZipEntry | null): void => undefined;
async function* askForEntries(): AsyncGenerator<OpenZipEntry> {
  for (;;) {
    const entry = await new Promise<OpenZipEntry | null>((resolve) => {
      onEntry = resolve;
      reply({ kind: 'next' });
    });
    if (entry === null) return;
    yield entry;
  }
}

async function make(request: Exclude<ExportRequest, { kind: 'entry' }>): Promise<void> {
  const file = await createScratch(request.name);
  let missing: readonly string[] = [];
  if (request.kind === 'convert') {
    await convertRecording(request.url, request.plan, file, tellShare);
  } else {
    missing = await zipRecordings(askForEntries(), file, (bytes) =>
      tellShare(Math.min(1, bytes / Math.max(1, request.totalBytes))),
    );
  }
  reply({ kind: 'made', made: await file.finish(), missing });
}

function toExportError(error: unknown): PhoneErrorDetail {
  if (error instanceof PhoneError) return error.detail;
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return { code: isFull ? 'recording/device-full' : 'recording/not-convertible', details: String(error) };
}

self.addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  if (data.kind === 'entry') onEntry(data.entry);
  else make(data).catch((error: unknown) => reply({ kind: 'failed', error: toExportError(error) }));
});
