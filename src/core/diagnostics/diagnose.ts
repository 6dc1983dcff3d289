import type { PhoneConfig } from '../config/phone-config.ts';
import type { DeviceStoragePort } from '../device-data/device-storage-port.ts';
import { toPhoneErrorDetail } from '../errors/phone-error.ts';
import type { Clock } from '../shared/clock.ts';
import type { LogLine } from '../shared/log-lines.ts';
import type { Softphone } from '../softphone-types.ts';
import {
  describeAccounts,
  describeConfig,
  describeDevices,
  describeLiveCalls,
  describeRecordings,
  readLastCall,
} from './describe-phone.ts';
import { type Facts, writeFacts } from './facts.ts';
import { redact, secretsIn } from './redact.ts';

/** What the phone is asked for. */
export interface DiagnoseDeps {
  readonly phone: Pick<
    Softphone,
    'accounts' | 'calls' | 'quality' | 'soundDevices' | 'sound' | 'recordings' | 'people' | 'phoneCheck'
  >;
  readonly config: PhoneConfig;
  /** The versions of phone and browser, and what else the platform knows of itself. */
  readonly describePlatform: () => Promise<Facts>;
  readonly storage: Pick<DeviceStoragePort, 'measure' | 'isPersisted' | 'keepsAnything'>;
  readonly lines: () => readonly LogLine[];
  readonly clock: Clock;
  /** Milliseconds since the Unix epoch as ISO 8601. */
  readonly formatTime: (atMs: number) => string;
}

/** No database keeps a person waiting who wants help. */
const patienceMs = 3000;

/**
 * Describes the phone for whoever helps the person, as plain text: versions, settings, accounts, devices, the last call,
 * storage, the last lines of the log. No password, token or other secret, and nobody whom the person talked to. In
 * English, whatever the page speaks. Never rejects.
 */
export function createDiagnose(deps: DiagnoseDeps): () => Promise<string> {
  const { phone, config, describePlatform, storage, lines, clock, formatTime } = deps;

  /** In time, or why not. */
  const within = async (reading: Promise<Facts>): Promise<Facts> => {
    let cancel = (): void => undefined;
    const tooLate = new Promise<Facts>((resolve) => {
      cancel = clock.setTimer(() => resolve({ failed: 'it took too long' }), patienceMs);
    });
    const facts = await Promise.race([
      reading.catch((error: unknown) => ({ failed: toPhoneErrorDetail(error) })),
      tooLate,
    ]);
    cancel();
    return facts;
  };

  const describeStorage = async (): Promise<Facts> => ({
    keepsAnything: await storage.keepsAnything(),
    isPersisted: await storage.isPersisted(),
    ...(await storage.measure()),
  });

  return async () => {
    const [platform, stored, lastCall] = await Promise.all([
      within(describePlatform()),
      within(describeStorage()),
      within(readLastCall(phone.people, formatTime)),
    ]);
    const text = writeFacts({
      phone: { at: formatTime(clock.nowMs()), ...platform },
      settings: describeConfig(config),
      accounts: describeAccounts(phone),
      devices: describeDevices(phone),
      check: phone.phoneCheck.store.getState(),
      calls: describeLiveCalls(phone),
      'last call': lastCall,
      recordings: describeRecordings(phone),
      storage: stored,
      log: lines().map(({ atMs, level, text: line }) => `${formatTime(atMs)} ${level} ${line}`),
    });
    const accounts = [...phone.accounts.getState().accounts.values()];
    return redact(
      text,
      secretsIn(
        config,
        accounts.map(({ settings }) => settings),
      ),
    );
  };
}
