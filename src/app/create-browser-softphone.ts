import { createClientCallHandler } from '#core/call/call-handler.ts';
import type { PhoneConfig } from '#core/config/phone-config.ts';
import { defaultRegistry } from '#core/hooks/registry.ts';
import { watchDeviceRoom } from '#core/recording/device-room.ts';
import { createRecordingService } from '#core/recording/recording-service.ts';
import { createSoftphone } from '#core/softphone.ts';
import type { Softphone } from '#core/softphone-types.ts';
import { createUploadSink } from '#core/upload/upload-sink.ts';
import { browserClock } from '#platform/browser/browser-clock.ts';
import { browserConnectivity } from '#platform/browser/browser-connectivity.ts';
import { consoleLogger } from '#platform/browser/console-logger.ts';
import { createReadUsedRoom, keepDeviceStorage } from '#platform/browser/device-storage.ts';
import { readInstanceId } from '#platform/browser/instance-id.ts';
import { isMicrophoneAllowed } from '#platform/media-devices/microphone-permission.ts';
import { createMicrophone } from '#platform/media-devices/microphone.ts';
import { createJssipSignalling } from '#platform/sip-jssip/jssip-signalling.ts';
import { createPhoneAudioContext } from '#platform/web-audio/audio-context.ts';
import { spawnRecordingWorker, spawnUploadWorker } from '#platform/spawn-workers.ts';
import { readUploadUrl } from '#platform/storage/upload-urls.ts';
import { createStoredRecordings } from '#platform/upload-tus/stored-recordings.ts';
import { createUploadTurns } from '#platform/upload-tus/upload-turns.ts';
import { createWorkerUpload } from '#platform/upload-tus/worker-upload.ts';
import { createCallAudio } from '#platform/web-audio/call-audio.ts';
import { createWebAudioRecorder } from '#platform/web-audio/recorder.ts';

/** Builds the phone out of what this browser has. Once per page. */
export function createBrowserSoftphone(config: PhoneConfig): Softphone {
  const clock = browserClock;
  const logger = consoleLogger;
  const createId = () => crypto.randomUUID();
  const instanceId = readInstanceId(sessionStorage, createId);
  const audioContext = createPhoneAudioContext();
  const recordings = createRecordingService({
    recorder: createWebAudioRecorder({ audioContext, spawnWorker: spawnRecordingWorker, logger }),
    upload: createWorkerUpload({ ...config.recording, readUploadUrl, spawnWorker: spawnUploadWorker }),
    stored: createStoredRecordings({ ...config.recording, logger }),
    connectivity: browserConnectivity,
    uploadTurns: createUploadTurns(),
    sampleRateHz: config.recording.sampleRateHz,
    keepLocal: config.recording.keepLocal,
    clock,
    createId,
    logger,
  });

  // Not where nothing is ever recorded: Firefox would ask the person for it.
  if (config.recording.policy !== 'never') keepDeviceStorage(navigator.storage, logger);
  // What an earlier page could not bring to the store, because it was closed or crashed.
  void recordings.resumeLocal();

  return createSoftphone({
    config,
    clock,
    createAbort: () => new AbortController(),
    logger,
    calls: createClientCallHandler({ clock, createId, logger, identity: config.identity }),
    createSignalling: (account, iceServers, listener) =>
      createJssipSignalling(account, iceServers, listener, { createId, instanceId, logger }),
    microphone: createMicrophone(navigator.mediaDevices, config.audio, isMicrophoneAllowed),
    callAudio: createCallAudio(audioContext),
    recordings,
    deviceRoom: watchDeviceRoom(createReadUsedRoom(navigator.storage), clock),
    hooks: { ...defaultRegistry, recording: createUploadSink(recordings.deliver) },
  });
}
