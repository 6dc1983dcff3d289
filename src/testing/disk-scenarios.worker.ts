import { openIndexedDbDisk } from '#platform/storage/indexed-db-disk.ts';
import { createOpfsDisk } from '#platform/storage/opfs-disk.ts';
import { runDiskScenario, type DiskScenario } from './disk-scenarios.ts';

const openDisk = {
  opfs: async () => {
    const root = await navigator.storage.getDirectory();
    return createOpfsDisk(await root.getDirectoryHandle('disk-contract', { create: true }));
  },
  'indexed-db': openIndexedDbDisk,
};

/** Asks for a scenario on one of this browser's disks. The answer is what it brought, or the text of its failure. */
export interface DiskScenarioRequest {
  readonly disk: keyof typeof openDisk;
  readonly scenario: DiskScenario;
}

self.addEventListener('message', ({ data }: MessageEvent<DiskScenarioRequest>) => {
  openDisk[data.disk]()
    .then((disk) => runDiskScenario(disk, data.scenario))
    .then(
      (brought) => self.postMessage(brought),
      (error: unknown) => self.postMessage(String(error)),
    );
});
