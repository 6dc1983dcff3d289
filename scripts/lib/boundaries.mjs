import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { allowed } from '../fixtures/boundaries/allowed.mjs';
import { violations } from '../fixtures/boundaries/violations.mjs';
import { inProject, projectRoot } from './project.mjs';

/** @typedef {Map<string, Set<string>>} Findings path of a file → lint rules and compiler codes that name it */

/**
 * Builds a small copy of the house, with our own lint and compiler settings, plants every violation, and lets the
 * linter and the compiler look. Resolves with a sentence for each planted file that was not rejected by what must
 * reject it, and for each allowed file that was rejected.
 * @param {{ adaptLintSettings?: (settings: string) => string }} [options] for tests: how the settings are spoilt
 * @returns {Promise<string[]>}
 */
export async function findBoundaryFaults({ adaptLintSettings = (settings) => settings } = {}) {
  const house = await realpath(await mkdtemp(join(tmpdir(), 'sidetone-boundaries-')));
  try {
    await buildHouse(house, adaptLintSettings);
    /** @type {Findings} */
    const findings = new Map();
    await Promise.all([lint(house, findings), compile(house, findings)]);
    return [
      ...violations
        .filter(({ path, rejectedBy }) => findings.get(path)?.has(rejectedBy) !== true)
        .map(({ path, rejectedBy }) => `${path} should have been rejected by ${rejectedBy}, but was not.`),
      ...Object.keys(allowed)
        .filter((path) => findings.has(path))
        .map(
          (path) =>
            `${path} should be allowed, but ${[...(findings.get(path) ?? [])].join(', ')} rejects it.`,
        ),
    ];
  } finally {
    await rm(house, { recursive: true, force: true });
  }
}

export const violationCount = violations.length;

/**
 * @param {string} house
 * @param {(settings: string) => string} adaptLintSettings
 */
async function buildHouse(house, adaptLintSettings) {
  const lintSettings = await readFile(inProject('.oxlintrc.json'), 'utf8');
  await writeFile(join(house, '.oxlintrc.json'), adaptLintSettings(lintSettings));
  for (const file of ['package.json', 'tsconfig.base.json', ...(await listRoomSettings())]) {
    await mkdir(dirname(join(house, file)), { recursive: true });
    await cp(inProject(file), join(house, file));
  }
  await linkPackages(house);
  for (const [path, source] of [
    ...Object.entries(allowed),
    ...violations.map(({ path, source }) => /** @type {const} */ ([path, source])),
  ]) {
    await mkdir(dirname(join(house, path)), { recursive: true });
    await writeFile(join(house, path), source);
  }
}

/** The rooms that tsconfig.json names, by their own settings; the tests' and tools' projects are no rooms. */
async function listRoomSettings() {
  /** @type {{ references: { path: string }[] }} */
  const { references } = JSON.parse(await readFile(inProject('tsconfig.json'), 'utf8'));
  const rooms = references.map(({ path }) => path).filter((path) => /^(src|server|e2e)(\/|$)/.test(path));
  return rooms.map((room) => `${room}/tsconfig.json`);
}

/**
 * Packages are linked one by one, so that what the compiler caches under node_modules stays in the copy.
 * @param {string} house
 */
async function linkPackages(house) {
  await mkdir(join(house, 'node_modules'));
  const names = await readdir(inProject('node_modules'));
  await Promise.all(
    names
      .filter((name) => name === '.bin' || !name.startsWith('.'))
      .map((name) =>
        symlink(inProject(`node_modules/${name}`), join(house, 'node_modules', name), 'junction'),
      ),
  );
}

/**
 * @param {string} house
 * @param {Findings} findings
 */
async function lint(house, findings) {
  const output = await runTool(house, 'node_modules/oxlint/bin/oxlint', ['--format=json', 'src', 'server']);
  /** @type {{ diagnostics: { code: string, filename: string }[] }} */
  const { diagnostics } = JSON.parse(output);
  for (const { code, filename } of diagnostics) {
    // `eslint(no-restricted-imports)` → `no-restricted-imports`
    add(findings, filename, /\((.+)\)$/.exec(code)?.[1] ?? code);
  }
}

/**
 * @param {string} house
 * @param {Findings} findings
 */
async function compile(house, findings) {
  const rooms = (await listRoomSettings()).map((settings) => dirname(settings));
  const output = await runTool(house, 'node_modules/typescript/bin/tsc', [
    '-b',
    '--pretty',
    'false',
    ...rooms,
  ]);
  for (const [, path = '', code = ''] of output.matchAll(/^(.+?)\(\d+,\d+\): error (TS\d+):/gm)) {
    add(findings, path, code);
  }
}

/**
 * @param {Findings} findings
 * @param {string} path
 * @param {string} finding
 */
function add(findings, path, finding) {
  const normalised = path.replaceAll('\\', '/');
  findings.set(normalised, (findings.get(normalised) ?? new Set()).add(finding));
}

/**
 * Resolves with what a tool of ours prints when it runs in the copy. It is expected to fail.
 * @param {string} house
 * @param {string} tool
 * @param {string[]} args
 * @returns {Promise<string>}
 */
function runTool(house, tool, args) {
  const child = spawn(process.execPath, [join(projectRoot, tool), ...args], { cwd: house });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr.pipe(process.stderr);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
}
