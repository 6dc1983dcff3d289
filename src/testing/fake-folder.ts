import { PhoneError } from '#core/errors/phone-error.ts';
import { createStore, type Store } from '#core/shared/store.ts';
import type { ChosenFolder, FolderState } from '#core/upload/chosen-folder.ts';

/** A folder that the test chooses for the person. */
export interface FakeFolder extends ChosenFolder {
  readonly store: Store<FolderState>;
  /** What the person does with the next dialog. */
  readonly nextPick: (pick: FolderPick) => void;
}

/** The folder that is picked; or it is not, by the person or by the browser. */
export type FolderPick = { readonly name: string } | 'dismissed' | 'refused';

export function createFakeFolder(initial: FolderState = { phase: 'none' }): FakeFolder {
  const store = createStore<FolderState>(initial);
  let pick: FolderPick = { name: 'Calls' };
  return {
    store,
    nextPick(next) {
      pick = next;
    },
    choose() {
      if (pick === 'refused') return Promise.reject(new PhoneError({ code: 'folder/not-chosen' }));
      if (pick !== 'dismissed') store.setState({ phase: 'ready', name: pick.name });
      return Promise.resolve();
    },
    allow() {
      const state = store.getState();
      if (state.phase === 'locked') store.setState({ ...state, phase: 'ready' });
      return Promise.resolve();
    },
  };
}
