import { createClientCallHandler } from '#core/call/call-handler.ts';
import type { PhoneConfig } from '#core/config/phone-config.ts';
import { PhoneError, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { accountIdOf } from '#core/registration/account-state.ts';
import { watchDeviceRoom } from '#core/recording/device-room.ts';
import type { Logger } from '#core/shared/logger.ts';
import { createRecordingService } from '#core/recording/recording-service.ts';
import { createLateSignalling } from '#core/signalling/late-signalling.ts';
import { createSoftphone } from '#core/softphone.ts';
import type { Softphone } from '#core/softphone-types.ts';
import { retryWhenReady } from '#core/upload/chosen-folder.ts';
import type { OpenSn3AsWav, StoredRecordingsPort } from '#core/upload/stored-recording.ts';
import { uploadAhead } from '#core/upload/upload-ahead.ts';
import { createUploadSink } from '#core/upload/upload-sink.ts';
import { browserClock } from '#platform/browser/browser-clock.ts';
import { consoleLogger } from '#platform/browser/console-logger.ts';
import { createReadUsedRoom, keepDeviceStorage } from '#platform/browser/device-storage.ts';
import { claimInstanceIds } from '#platform/browser/instance-id.ts';
import { createOfferLinks } from '#platform/browser/offer-links.ts';
import { createKeptText } from '#platform/browser/kept-text.ts';
import { createBrowserAudioDevices } from '#platform/media-devices/browser-audio-devices.ts';
import { isMicrophoneAllowed } from '#platform/media-devices/microphone-permission.ts';
import { createMicrophone } from '#platform/media-devices/microphone.ts';
import { browserNetwork } from '#platform/network-check/browser-network.ts';
import type { JssipSignallingDeps } from '#platform/sip-jssip/jssip-signalling.ts';
import type { OpenCallTap } from '#platform/sip-jssip/tapped-frames.ts';
import { canTapFrames, createCallTap } from '#platform/rtp-tap/call-tap.ts';
import { createFrameWorkers } from '#platform/rtp-tap/frame-workers.ts';
import { createPhoneAudioContext } from '#platform/web-audio/audio-context.ts';
import { createRecordingExporter } from '#platform/sound-files/export-client.ts';
import { spawnExportWorker, spawnFramesWorker, spawnRecordingWorker } from '#platform/spawn-workers.ts';
import { createUploadTurns } from '#platform/upload-tus/upload-turns.ts';
import { createCallAudio } from '#platform/web-audio/call-audio.ts';
import { createWebAudioRecorder } from '#platform/web-audio/recorder.ts';
import { loadRegistry } from './load-registry.ts';
import { createRecordingPlaces } from './recording-places.ts';

/** The phone, and why it goes without the deployment's own sinks, if it does. */
export interface BrowserSoftphone {
  readonly softphone: Softphone;
  readonly hooksError: PhoneErrorDetail | null;
}

/** A third of the phone's code. Whoever signs in waits for it, so it is fetched before that. */
export const loadStack = () => import('#platform/sip-jssip/jssip-signalling.ts');

/** Builds the phone out of what this browser and the deployment have. Once per page. */
export async function createBrowserSoftphone(config: PhoneConfig): Promise<BrowserSoftphone> {
  const clock = browserClock;
  const logger = consoleLogger;
  const createId = () => crypto.randomUUID();
  const instanceIdOf = await claimInstanceIds({
    locks: navigator.locks,
    createId,
    keptText: createKeptText,
  });
  const audioContext = createPhoneAudioContext();
  const openTap = createOpenTap(config, logger);
  const sessionsOfPage: JssipSignallingDeps['sessionsOfPage'] = new Map();
  const { upload, stored, connectivity, folder } = createRecordingPlaces(config.recording, logger);
  const turns = createUploadTurns();
  const recordings = createRecordingService({
    recorder: createWebAudioRecorder({ audioContext, spawnWorker: spawnRecordingWorker, logger }),
    upload,
    stored,
    connectivity,
    uploadTurns: turns,
    sampleRateHz: config.recording.sampleRateHz,
    keepLocal: config.recording.keepLocal,
    clock,
    createId,
    logger,
  });

  if (config.recording.upload === 'during-call') {
    uploadAhead({ recordings: recordings.store, upload, clock, connectivity, turns, logger });
  }
  // Not where nothing is ever recorded: Firefox would ask the person for it.
  if (config.recording.policy !== 'never') keepDeviceStorage(navigator.storage, logger);
  if (folder !== null) retryWhenReady(folder, recordings);
  // What an earlier page could not bring to the store, because it was closed or crashed.
  void recordings.resumeLocal();

  const { registry, error } = await loadRegistry(
    config.hooks,
    { upload: createUploadSink(recordings.deliver) },
    (url) => import(/* @vite-ignore */ url),
  );

  const softphone = createSoftphone({
    config,
    clock,
    createAbort: () => new AbortController(),
    logger,
    calls: createClientCallHandler({
      clock,
      createId,
      logger,
      identity: config.identity,
      maxConcurrentCalls: config.calls.limit,
      historyLimit: config.calls.history,
    }),
    createSignalling: createLateSignalling(async () => {
      const { createJssipSignalling } = await loadStack();
      return (account, iceServers, listener) =>
        createJssipSignalling(account, iceServers, listener, {
          createId,
          instanceId: instanceIdOf(accountIdOf(account)),
          sessionsOfPage,
          logger,
          ...(openTap === null ? {} : { openTap }),
        });
    }),
    microphone: createMicrophone(
      navigator.mediaDevices,
      { deviceId: null, groupId: null, processing: config.audio },
      isMicrophoneAllowed,
    ),
    callAudio: createCallAudio(audioContext),
    devices: createBrowserAudioDevices(navigator.mediaDevices),
    network: browserNetwork,
    kept: {
      soundDevices: createKeptText('sidetone.sound-devices'),
      callRules: createKeptText('sidetone.call-rules'),
      lastDialled: createKeptText('sidetone.last-dialled'),
      chosenAccount: createKeptText('sidetone.chosen-account'),
    },
    recordings,
    recordingFolder: folder,
    async loadPeople(tell) {
      const people = await import('./load-people.ts').catch((error: unknown) => {
        throw new PhoneError({ code: 'contacts/not-loaded', details: String(error) }, error);
      });
      return people.loadPeople(tell);
    },
    openSn3AsWav: createOpenSn3AsWav(stored),
    offerLinks: createOfferLinks(),
    exporter: createRecordingExporter(spawnExportWorker, createId),
    deviceRoom: watchDeviceRoom(createReadUsedRoom(navigator.storage), clock),
    hooks: registry,
  });
  return { softphone, hooksError: error };
}

/** Null where encoded frames are not wanted, or cannot be had: the calls of such a phone pass no worker of ours. */
function createOpenTap({ recording }: PhoneConfig, logger: Logger): OpenCallTap | null {
  if (!recording.sn3 || recording.policy === 'never') return null;
  if (!canTapFrames()) {
    logger.warn('this browser cannot copy encoded frames: recording.sn3 has no effect');
    return null;
  }
  const workers = createFrameWorkers(spawnFramesWorker, logger);
  return (connection) => createCallTap(connection, { workers, clock: browserClock, logger });
}

/** The decoders are loaded when somebody wants them. */
function createOpenSn3AsWav({ open }: StoredRecordingsPort): OpenSn3AsWav {
  return async ({ url, codecs }) => {
    const opened = open === null ? { url, release: () => undefined } : await open(url);
    try {
      const [{ sn3ToWav }, response] = await Promise.all([
        import('#platform/web-codecs/sn3-to-wav.ts'),
        fetch(opened.url),
      ]);
      if (!response.ok) throw new PhoneError({ code: 'upload/refused', details: `HTTP ${response.status}` });
      const wavUrl = URL.createObjectURL(
        await sn3ToWav(new Uint8Array(await response.arrayBuffer()), codecs),
      );
      return { url: wavUrl, release: () => URL.revokeObjectURL(wavUrl) };
    } finally {
      opened.release();
    }
  };
}
