import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(css|html|js|json|svg|txt|webmanifest|wasm)$/;
/** Below one network packet there is nothing to win. */
const smallestBytes = 1400;

/**
 * Writes `x.br` and `x.gz` beside every file that is worth it, once, so that the server never compresses.
 * @param {string} directory
 */
export async function compressFiles(directory) {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  await Promise.all(
    entries
      .filter((entry) => entry.isFile() && compressible.test(entry.name) && entry.name !== 'config.json')
      .map((entry) => compressFile(join(entry.parentPath, entry.name))),
  );
}

/** @param {string} path */
async function compressFile(path) {
  const content = await readFile(path);
  if (content.byteLength < smallestBytes) return;
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength },
    }),
    promisify(gzip)(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzipped)]);
}
