import { describe, expect, it } from 'vitest';
import type { ChosenFolder, FolderState } from '#core/upload/chosen-folder.ts';
import type { FolderPick } from './fake-folder.ts';

/** A folder, and whoever sits before it. */
export interface FolderStage {
  readonly folder: ChosenFolder;
  readonly nextPick: (pick: FolderPick) => void;
  /** The same folder in a later page, whose browser has forgotten that it may be written to. */
  readonly reopenLocked: () => Promise<ChosenFolder>;
}

const settled = (folder: ChosenFolder): Promise<FolderState> =>
  expect
    .poll(() => folder.store.getState().phase)
    .not.toBe('unknown')
    .then(() => folder.store.getState());

/** What every `ChosenFolder` does. */
export function describeFolderContract(setStage: () => Promise<FolderStage>): void {
  describe('a chosen folder', () => {
    it('is the one that was picked last', async () => {
      const { folder, nextPick } = await setStage();
      expect(await settled(folder)).toEqual({ phase: 'none' });
      nextPick('dismissed');
      await folder.choose();
      expect(folder.store.getState()).toEqual({ phase: 'none' });
      for (const name of ['Calls', 'Other calls']) {
        nextPick({ name });
        await folder.choose();
        expect(folder.store.getState()).toEqual({ phase: 'ready', name });
      }
      nextPick('dismissed');
      await folder.choose();
      expect(folder.store.getState()).toEqual({ phase: 'ready', name: 'Other calls' });
    });

    it('says that the browser refused to ask', async () => {
      const { folder, nextPick } = await setStage();
      nextPick('refused');
      await expect(folder.choose()).rejects.toMatchObject({ detail: { code: 'folder/not-chosen' } });
      expect(await settled(folder)).toEqual({ phase: 'none' });
    });

    it('is remembered by a later page, and written to once the person allows it', async () => {
      const { folder, nextPick, reopenLocked } = await setStage();
      nextPick({ name: 'Calls' });
      await folder.choose();
      const later = await reopenLocked();
      expect(await settled(later)).toEqual({ phase: 'locked', name: 'Calls' });
      await later.allow();
      expect(later.store.getState()).toEqual({ phase: 'ready', name: 'Calls' });
      await later.allow();
      expect(later.store.getState()).toEqual({ phase: 'ready', name: 'Calls' });
    });
  });
}
