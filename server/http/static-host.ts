import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseByteRange } from './byte-range.ts';
import { sendText } from './respond.ts';
import type { StaticFile } from './static-files.ts';

/** Answers a request for a page or a file of the phone. */
export type PhoneHost = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serves a built phone from memory. A path that names no file and has no extension is a place inside the page, so it
 * gets `index.html`.
 */
export function createStaticHost(files: ReadonlyMap<string, StaticFile>): PhoneHost {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      sendText(response, 405, 'Only GET and HEAD are possible here.');
      return;
    }
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const file = files.get(path) ?? (/\.[^/]*$/.test(path) ? undefined : files.get('/index.html'));
    if (file === undefined) sendText(response, 404, 'There is no such page or file.');
    else sendFile(request, response, file);
  };
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: StaticFile): void {
  const { coding, body } = chooseCoding(request, file);
  const etag = coding === null ? file.etag : `${file.etag.slice(0, -1)}-${coding}"`;
  response.setHeader('etag', etag);
  response.setHeader('cache-control', file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (file.br !== null || file.gzip !== null) response.setHeader('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('content-type', file.contentType);
  if (coding !== null) response.setHeader('content-encoding', coding);

  const range = coding === null ? parseByteRange(request.headers.range, body.byteLength) : 'whole';
  if (range === 'unsatisfiable') {
    response.setHeader('content-range', `bytes */${body.byteLength}`);
    sendText(response, 416, 'The file is shorter than that.');
    return;
  }
  if (coding === null) response.setHeader('accept-ranges', 'bytes');
  const sent = range === 'whole' ? body : body.subarray(range.start, range.endInclusive + 1);
  if (range !== 'whole') {
    response.setHeader('content-range', `bytes ${range.start}-${range.endInclusive}/${body.byteLength}`);
  }
  response.writeHead(range === 'whole' ? 200 : 206, { 'content-length': sent.byteLength });
  response.end(request.method === 'HEAD' ? undefined : sent);
}

function chooseCoding(
  request: IncomingMessage,
  file: StaticFile,
): { readonly coding: 'br' | 'gzip' | null; readonly body: Buffer } {
  const accepted = request.headers['accept-encoding'] ?? '';
  const accepts = (coding: string) => new RegExp(`(^|[, ])${coding}(?!;q=0(\\.0*)?(,|$))`).test(accepted);
  if (file.br !== null && accepts('br')) return { coding: 'br', body: file.br };
  if (file.gzip !== null && accepts('gzip')) return { coding: 'gzip', body: file.gzip };
  return { coding: null, body: file.identity };
}
