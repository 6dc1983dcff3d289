import { createFakeFolder } from './fake-folder.ts';
import { describeFolderContract } from './folder-contract.ts';

describeFolderContract(() => {
  const folder = createFakeFolder();
  return Promise.resolve({
    folder,
    nextPick: folder.nextPick,
    reopenLocked: () => Promise.resolve(createFakeFolder({ phase: 'locked', name: 'Calls' })),
  });
});
