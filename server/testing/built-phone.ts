import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory with the smallest phone that can be served, and room for data. */
export async function createBuiltPhone() {
  const directory = await mkdtemp(join(tmpdir(), 'sidetone-phone-'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>Sidetone</title>');
  return {
    phone: directory,
    dataDirectory: join(directory, 'data'),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
