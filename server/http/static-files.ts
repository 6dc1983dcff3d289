import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** A file of the built phone, held in memory with its compressed forms. */
export interface StaticFile {
  readonly contentType: string;
  /** Strong validator (RFC 9110 §8.8.3), quotes included, without the coding's suffix. */
  readonly etag: string;
  /** Its name carries a hash of its content: it may be cached for ever. */
  readonly hashed: boolean;
  readonly identity: Buffer;
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * Reads a built phone into memory, so that a rebuild or a lost disk under a running server changes nothing for it.
 * Keys are URL paths (`/assets/index-1a2b3c4d.js`). `x.br` and `x.gz` beside `x` become its compressed forms.
 */
export async function loadStaticFiles(directory: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const contents = new Map<string, Buffer>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    contents.set(`/${relative(directory, path).split(sep).join('/')}`, await readFile(path));
  }
  const files = new Map<string, StaticFile>();
  for (const [path, identity] of contents) {
    if (/\.(br|gz)$/.test(path)) continue;
    files.set(path, {
      contentType: contentTypes[extname(path)] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
      hashed: path.startsWith('/assets/'),
      identity,
      br: contents.get(`${path}.br`) ?? null,
      gzip: contents.get(`${path}.gz`) ?? null,
    });
  }
  return files;
}
