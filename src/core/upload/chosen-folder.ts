import type { RecordingService } from '../recording/recording-service-types.ts';
import type { ReadonlyStore } from '../shared/store.ts';

/**
 * Whether recordings can be saved to a folder of this device.
 *
 * ```
 *  unknown ──► unsupported
 *     ├──────► none ──choose──► ready ◄──allow── locked
 *     ├──────► ready ◄─────────────────────────────┘
 *     └──────► locked
 * ```
 */
export type FolderState =
  /** The browser is still being asked what it remembers. */
  | { readonly phase: 'unknown' }
  /** This browser cannot write to folders. */
  | { readonly phase: 'unsupported' }
  /** The person has chosen none yet. */
  | { readonly phase: 'none' }
  | { readonly phase: 'ready'; readonly name: string }
  /** The browser has forgotten that it may be written to, and asks the person again. */
  | { readonly phase: 'locked'; readonly name: string };

/** The folder of this device to which recordings are saved, as the person chose it. */
export interface ChosenFolder {
  readonly store: ReadonlyStore<FolderState>;
  /** Asks the person for a folder, in a dialog of the browser; to be called from a click. Resolves when that is closed. Rejects with `folder/not-chosen`. */
  readonly choose: () => Promise<void>;
  /** Lets the browser ask the person whether a locked folder may be written to; to be called from a click. Never rejects. */
  readonly allow: () => Promise<void>;
}

/** Takes up what waits for the folder as soon as that can be written to. */
export function retryWhenReady(
  { store }: Pick<ChosenFolder, 'store'>,
  recordings: Pick<RecordingService, 'store' | 'retry'>,
): void {
  store.subscribe(({ phase }) => {
    if (phase !== 'ready') return;
    for (const { meta, progress } of recordings.store.getState().items) {
      const waits = progress.phase === 'waiting' && progress.error.code.startsWith('folder/');
      if (waits) recordings.retry(meta.recordingId);
    }
  });
}
