import { PhoneError } from '#core/errors/phone-error.ts';
import type { Logger } from '#core/shared/logger.ts';
import { createStore } from '#core/shared/store.ts';
import type { ChosenFolder, FolderState } from '#core/upload/chosen-folder.ts';
import { keepHandle, readKeptHandle, type FolderHandle } from './kept-handle.ts';

/** The browser's dialog (File System Access, WICG). TypeScript does not know it. */
type ShowDirectoryPicker = (options: {
  readonly id: string;
  readonly mode: 'readwrite';
}) => Promise<FolderHandle>;

/** The folder, for whoever writes to it. */
export interface WritableFolder extends ChosenFolder {
  /** Rejects with `folder/unsupported`, `folder/not-chosen` or `folder/locked`. */
  readonly handle: () => Promise<FileSystemDirectoryHandle>;
}

const wanted = { mode: 'readwrite' } as const;

/** The folder that this browser remembers. Undefined instead of a dialog where it has none. */
export function createChosenFolder(logger: Pick<Logger, 'warn'>): WritableFolder {
  const store = createStore<FolderState>({ phase: 'unknown' });
  let chosen: FolderHandle | null = null;

  const picker = (): ShowDirectoryPicker | undefined => Reflect.get(globalThis, 'showDirectoryPicker');

  /** Takes note of what the browser says of the folder at this moment. */
  const look = async (): Promise<FolderState> => {
    const isAllowed = (await chosen?.queryPermission(wanted)) === 'granted';
    const next: FolderState =
      chosen === null ? { phase: 'none' } : { phase: isAllowed ? 'ready' : 'locked', name: chosen.name };
    const { phase, name } = { name: '', ...store.getState() };
    if (phase !== next.phase || name !== chosen?.name) store.setState(next);
    return next;
  };

  const remember = async (): Promise<void> => {
    if (picker() === undefined) {
      store.setState({ phase: 'unsupported' });
      return;
    }
    try {
      chosen = await readKeptHandle();
      await look();
    } catch (error) {
      logger.warn('the folder for recordings is forgotten', { error: String(error) });
      store.setState({ phase: 'none' });
    }
  };
  const remembered = remember();

  return {
    store,
    async choose() {
      try {
        // At once: the browser opens the dialog only while it handles the click.
        const handle = await picker()?.({ id: 'recordings', ...wanted });
        if (handle === undefined) return;
        await remembered;
        chosen = handle;
        await look();
        await keepHandle(handle).catch((error: unknown) =>
          logger.warn('the folder for recordings cannot be remembered', { error: String(error) }),
        );
      } catch (error) {
        // The person closed the dialog.
        if (error instanceof DOMException && error.name === 'AbortError') return;
        throw new PhoneError({ code: 'folder/not-chosen', details: String(error) }, error);
      }
    },
    async allow() {
      if (chosen === null) return;
      try {
        await chosen.requestPermission(wanted);
        await look();
      } catch (error) {
        logger.warn('the browser did not ask for the folder', { error: String(error) });
      }
    },
    async handle() {
      await remembered;
      if (store.getState().phase === 'unsupported') throw new PhoneError({ code: 'folder/unsupported' });
      // Another page may have been where the person chose it.
      chosen ??= await readKeptHandle().catch(() => null);
      const { phase } = await look();
      if (chosen === null) throw new PhoneError({ code: 'folder/not-chosen' });
      if (phase === 'locked') throw new PhoneError({ code: 'folder/locked' });
      return chosen;
    },
  };
}
