import type { ClientCallHandler } from './call/call-handler.ts';
import type { PhoneConfig } from './config/phone-config.ts';
import type { AudioDevicesPort } from './devices/audio-devices-port.ts';
import type { Registry } from './hooks/registry.ts';
import type { CallAudioPort } from './media/call-audio-port.ts';
import type { MicrophonePort } from './media/microphone-port.ts';
import type { LoadPeople } from './people/people.ts';
import type { NetworkPort } from './phone-check/network-port.ts';
import type { RecordingExporter } from './recording/export-port.ts';
import type { RecordingService } from './recording/recording-service-types.ts';
import type { CreateAbort } from './shared/abort.ts';
import type { Clock } from './shared/clock.ts';
import type { KeptText } from './shared/kept-text.ts';
import type { Logger } from './shared/logger.ts';
import type { CreateSignalling } from './signalling/signalling-port.ts';
import type { Softphone } from './softphone-types.ts';
import type { OpenSn3AsWav } from './upload/stored-recording.ts';

/** The ports and services that the phone is made of. The composition root chooses them. */
export interface SoftphoneDeps {
  readonly config: Pick<PhoneConfig, 'defaultServer' | 'iceServers' | 'recording' | 'audio' | 'identity'>;
  readonly clock: Clock;
  readonly createAbort: CreateAbort;
  readonly logger: Logger;
  readonly calls: ClientCallHandler;
  readonly createSignalling: CreateSignalling;
  readonly microphone: MicrophonePort;
  readonly callAudio: CallAudioPort;
  readonly devices: AudioDevicesPort;
  readonly network: NetworkPort;
  /** What is remembered on this device. */
  readonly kept: Readonly<Record<'soundDevices' | 'callRules' | 'lastDialled' | 'chosenAccount', KeptText>>;
  readonly recordings: RecordingService;
  readonly deviceRoom: Softphone['deviceRoom'];
  readonly recordingFolder: Softphone['recordingFolder'];
  readonly loadPeople: LoadPeople;
  readonly openSn3AsWav: OpenSn3AsWav;
  readonly offerLinks: Softphone['offerLinks'];
  readonly exporter: RecordingExporter;
  /** The sinks of the deployment. */
  readonly hooks: Registry;
}
