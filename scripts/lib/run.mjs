import { spawn } from 'node:child_process';
import { inProject, projectRoot } from './project.mjs';

/**
 * Runs a program in the project with our terminal as its own. It gets Ctrl-C from the terminal itself; a SIGTERM sent
 * to us is handed on. Resolves with its exit code; 1 when a signal ended it or it could not be started.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [environment] added to ours
 * @returns {Promise<number>}
 */
export function run(program, args, environment = {}) {
  const child = spawn(program, args, {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    // npm is a .cmd file on Windows, which only a shell can start.
    shell: process.platform === 'win32' && !program.endsWith('.exe'),
  });
  const ignore = () => undefined;
  const handOn = () => child.kill('SIGTERM');
  process.on('SIGINT', ignore);
  process.on('SIGTERM', handOn);
  return new Promise((resolve) => {
    /** @param {number} code */
    const end = (code) => {
      process.off('SIGINT', ignore);
      process.off('SIGTERM', handOn);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}.`);
      end(1);
    });
    child.on('exit', (code) => end(code ?? 1));
  });
}

/**
 * Runs a JavaScript file with this Node.
 * @param {string} script relative to the project
 * @param {readonly string[]} [args]
 * @param {Readonly<Record<string, string>>} [environment]
 */
export const runNode = (script, args = [], environment = {}) =>
  run(process.execPath, [inProject(script), ...args], environment);
