import { pathToFileURL } from 'node:url';
import { inProject, projectRoot } from './project.mjs';

/**
 * Runs a TypeScript program of ours in this process, so that Ctrl-C and other signals reach it without a detour.
 * @param {string} path relative to the project
 */
export async function runTypescript(path) {
  process.chdir(projectRoot);
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(inProject(path)).href);
}
