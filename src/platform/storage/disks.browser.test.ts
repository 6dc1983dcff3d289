import { describe } from 'vitest';
import { describeDiskContract } from '#testing/disk-contract.ts';
import type { DiskScenarioRequest } from '#testing/disk-scenarios.worker.ts';
import DiskScenariosWorker from '#testing/disk-scenarios.worker.ts?worker';

describe.each(['opfs', 'indexed-db'] as const)('%s', (disk) => {
  describeDiskContract(async (scenario) => {
    const worker = new DiskScenariosWorker();
    const answer = new Promise((resolve) => {
      worker.addEventListener('message', ({ data }) => resolve(data));
    });
    const request: DiskScenarioRequest = { disk, scenario };
    worker.postMessage(request);
    const brought = await answer;
    worker.terminate();
    return brought;
  });
});
