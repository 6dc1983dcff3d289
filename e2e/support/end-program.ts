import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Asks a program of ours to end, and waits until it has. */
export async function endProgram(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = once(program, 'exit');
  program.kill('SIGTERM');
  await ended;
}
