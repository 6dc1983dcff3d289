import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compressFiles } from './compress.mjs';
import { inProject, projectRoot } from './project.mjs';
import { runNode } from './run.mjs';

const outputDirectory = inProject('dist/phone');
const stampName = '.build-inputs';
const inputs = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'scripts/lib/licences.ts',
  'package-lock.json',
  'package.json',
];

/**
 * Builds the phone into dist/phone when it is missing or older than what it is made of. Needs the dependencies.
 * Ends the process when it cannot be built.
 */
export async function ensureBuilt() {
  const wanted = await hashInputs();
  const stamp = await readFile(join(outputDirectory, stampName), 'utf8').catch(() => '');
  if (stamp === wanted) return;
  console.log('Building the phone …');
  if (!(await build(wanted))) {
    console.error('The phone could not be built: the lines above say why.');
    process.exit(1);
  }
}

/**
 * Builds beside the old phone and then swaps them, so that nobody sees half a build and a failed one costs nothing.
 * Vite has a process of its own, because it sets NODE_ENV to production for all that comes after it.
 * @param {string} stamp
 * @returns {Promise<boolean>} whether there is a new phone
 */
async function build(stamp) {
  const freshDirectory = inProject(`dist/.phone-${process.pid}`);
  try {
    const viteArgs = ['build', '--logLevel', 'error', '--emptyOutDir', '--outDir', freshDirectory];
    if ((await runNode('node_modules/vite/bin/vite.js', viteArgs)) !== 0) return false;
    await compressFiles(freshDirectory);
    await writeFile(join(freshDirectory, stampName), stamp);
    await rm(outputDirectory, { recursive: true, force: true });
    await rename(freshDirectory, outputDirectory);
    return true;
  } finally {
    await rm(freshDirectory, { recursive: true, force: true });
  }
}

/** A hash over the paths and contents of everything that the build reads, tests left out. */
async function hashInputs() {
  const hash = createHash('sha256');
  for (const path of (await Promise.all(inputs.map(listFiles))).flat().sort()) {
    hash
      .update(`${path}\0`)
      .update(await readFile(inProject(path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} input a file or a directory of the project
 * @returns {Promise<string[]>} files, relative to the project, with forward slashes
 */
async function listFiles(input) {
  const path = inProject(input);
  if (!existsSync(path)) return [];
  if ((await stat(path)).isFile()) return [input];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !/\.test\.tsx?$|^src\/testing\//.test(file));
}
