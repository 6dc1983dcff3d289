import type { IncomingMessage, ServerResponse } from 'node:http';
import { cleanNotes, longestNotes } from '#core/recording/notes.ts';
import { sendText } from '../http/respond.ts';
import type { StoredPeaks } from './stored-peaks.ts';
import type { StoredEntry, StoredRecordings } from './stored-recordings.ts';
import type { Trash } from './trash.ts';

/** What can be done with one stored recording, beside reading its file. */
export interface RecordingActions {
  /** Answers `GET …/peaks`, `PUT …/notes`, `POST …/restore` and `DELETE …`; false for any other request. */
  readonly handle: (
    request: IncomingMessage,
    response: ServerResponse,
    entry: StoredEntry,
    action: string,
  ) => Promise<boolean>;
}

/** UTF-8 takes three bytes at most for each of the units in which `longestNotes` counts. */
const longestNotesBytes = 3 * longestNotes;

const done = (response: ServerResponse): true => {
  response.writeHead(204).end();
  return true;
};

export function createRecordingActions(deps: {
  readonly recordings: StoredRecordings;
  readonly peaks: StoredPeaks;
  readonly trash: Trash;
  readonly allowDelete: boolean;
}): RecordingActions {
  const { recordings, peaks, trash, allowDelete } = deps;

  const sendPeaks = async (response: ServerResponse, entry: StoredEntry): Promise<true> => {
    const bytes = await peaks.read(entry);
    if (bytes === null) {
      sendText(response, 404, 'The file of this recording is gone.');
      return true;
    }
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': bytes.byteLength,
      // A stored file never changes.
      'cache-control': 'private, max-age=86400',
    });
    response.end(bytes);
    return true;
  };

  const writeNotes = async (
    request: IncomingMessage,
    response: ServerResponse,
    entry: StoredEntry,
  ): Promise<true> => {
    const text = await readText(request);
    if (text === null) {
      sendText(response, 413, 'These notes are too long.');
      return true;
    }
    await recordings.change(entry, { notes: cleanNotes(text) });
    return done(response);
  };

  return {
    async handle(request, response, entry, action) {
      const isDeleted = entry.deletedAtMs !== null;
      switch (`${request.method ?? ''} ${action}`) {
        case 'GET peaks':
          return isDeleted ? false : sendPeaks(response, entry);
        case 'PUT notes':
          return isDeleted ? false : writeNotes(request, response, entry);
        case 'POST restore':
          await trash.restore(entry);
          return done(response);
        case 'DELETE ':
          if (!allowDelete) {
            sendText(response, 403, 'This recording server keeps every recording.');
            return true;
          }
          // Who asks twice has missed the first answer.
          if (!isDeleted) await trash.put(entry);
          return done(response);
        default:
          return false;
      }
    },
  };
}

/** Null when it is too long; the rest is not read then. */
async function readText(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).byteLength;
    if (bytes > longestNotesBytes) return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}
