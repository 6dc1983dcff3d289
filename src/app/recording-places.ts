import { remoteName } from '#core/call/selectors.ts';
import type { PhoneConfig } from '#core/config/phone-config.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { Logger } from '#core/shared/logger.ts';
import type { ChosenFolder } from '#core/upload/chosen-folder.ts';
import type { Connectivity } from '#core/upload/connectivity-port.ts';
import { createStoreToken } from '#core/upload/store-token.ts';
import type { StoredRecordingsPort } from '#core/upload/stored-recording.ts';
import type { UploadPort } from '#core/upload/upload-port.ts';
import { createUploadToBoth } from '#core/upload/upload-to-both.ts';
import { browserConnectivity } from '#platform/browser/browser-connectivity.ts';
import { createChosenFolder } from '#platform/folder/chosen-folder.ts';
import { createFolderStored, createFolderUpload } from '#platform/folder/folder-upload.ts';
import { spawnUploadWorker } from '#platform/spawn-workers.ts';
import { thisFolder } from '#platform/storage/recording-folder.ts';
import { readUploadUrl } from '#platform/storage/upload-urls.ts';
import { createStoredRecordings } from '#platform/upload-tus/stored-recordings.ts';
import { createWorkerUpload } from '#platform/upload-tus/worker-upload.ts';
import { downloadName } from '#ui/recordings/recording-view.ts';
import { loadConfig } from './load-config.ts';

/** Where finished recordings go, by `recording.sinks`. */
export interface RecordingPlaces {
  readonly upload: UploadPort;
  readonly stored: StoredRecordingsPort;
  readonly connectivity: Connectivity;
  /** Null where none takes recordings. */
  readonly folder: ChosenFolder | null;
}

/** How long a server may take to give its settings once more. */
const settingsTimeoutMs = 15_000;

/** Nothing of it goes through a network. */
const withoutNetwork: Connectivity = { isOnline: () => true, subscribe() {} };

/** `2026-11-23 20.38 Bob 1b9d6bcd.wav`: two calls of one minute have two names. */
const fileName = (meta: RecordingMeta): string =>
  downloadName(meta, remoteName(meta)).replace(/(?=\.wav$)/, ` ${meta.recordingId.slice(0, 8)}`);

/** Makes what the deployment asks for. */
export function createRecordingPlaces(config: PhoneConfig['recording'], logger: Logger): RecordingPlaces {
  const readToken = async () => {
    // The uploads of all pages wait for it.
    const signal = AbortSignal.timeout(settingsTimeoutMs);
    const { recording } = await loadConfig(document.baseURI, location.origin, { cache: 'no-cache', signal });
    return recording.token;
  };
  const token = createStoreToken(config.token, readToken, logger);
  const store = {
    upload: createWorkerUpload({ ...config, token, readUploadUrl, spawnWorker: spawnUploadWorker }),
    stored: createStoredRecordings({ ...config, token, logger }),
    connectivity: browserConnectivity,
  };
  if (!config.sinks.includes('folder')) return { ...store, folder: null };

  const folder = createChosenFolder(logger);
  const upload = createFolderUpload({ folder, readFile: thisFolder.read, nameOf: fileName });
  if (!config.sinks.includes('upload')) {
    return { upload, stored: createFolderStored(folder), connectivity: withoutNetwork, folder };
  }
  // Nothing would ever be done with a folder that there cannot be.
  if (folder.store.getState().phase === 'unsupported') return { ...store, folder };
  return { ...store, upload: createUploadToBoth(upload, store.upload), folder };
}
