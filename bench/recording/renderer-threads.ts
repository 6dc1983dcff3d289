import { readdir, readFile } from 'node:fs/promises';
import type { CDPSession } from '@playwright/test';

/** Processor time of a page's worker threads, in milliseconds since they began. Null where the system does not tell. */
export interface WorkerTime {
  readonly read: () => Promise<number | null>;
}

/** What Linux calls a dedicated worker's thread: names are cut to 15 characters. */
const workerThread = 'DedicatedWorker';
/** USER_HZ of every Linux: a tick of `/proc/PID/task/TID/stat` (proc(5)). */
const tickMs = 10;

/** Finds the workers among the threads of all renderers of a browser that has one page. */
export function watchWorkerTime(browser: CDPSession): WorkerTime {
  return {
    async read() {
      if (process.platform !== 'linux') return null;
      const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
      const renderers = processInfo.filter(({ type }) => type === 'renderer');
      const times = await Promise.all(renderers.map(({ id }) => readWorkers(id)));
      return times.reduce((sum, time) => sum + time, 0);
    },
  };
}

async function readWorkers(processId: number): Promise<number> {
  const tasks = await readdir(`/proc/${processId}/task`).catch(() => []);
  const times = await Promise.all(
    tasks.map(async (task) => {
      const stat = await readFile(`/proc/${processId}/task/${task}/stat`, 'utf8').catch(() => '');
      const [name, rest] = [
        stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
        stat.slice(stat.lastIndexOf(')')),
      ];
      const fields = rest.split(' ');
      // utime and stime are the 14th and 15th field; the name is the second.
      return name.startsWith(workerThread) ? (Number(fields[12]) + Number(fields[13])) * tickMs : 0;
    }),
  );
  return times.reduce((sum, time) => sum + time, 0);
}
