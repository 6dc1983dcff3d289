import type { AccountSettings, PhoneConfig } from '../config/phone-config.ts';
import type { HistoryEntry } from '../history/history-entry.ts';
import type { People, PeopleDoor } from '../people/people.ts';
import type { ReadonlyStore } from '../shared/store.ts';
import type { Softphone } from '../softphone-types.ts';
import type { Facts } from './facts.ts';

/** The deployment's settings, name by name: one that is added is not told before somebody has thought about it. */
export function describeConfig({ recording, ...config }: PhoneConfig): Facts {
  return {
    demo: config.demo,
    server: config.defaultServer,
    accounts: config.accounts.length,
    iceServers: config.iceServers.map(({ urls, credential }) => ({
      urls,
      hasCredential: credential !== undefined,
    })),
    audio: config.audio,
    identity: config.identity,
    calls: config.calls,
    hooks: config.hooks,
    recording: {
      policy: recording.policy,
      sampleRateHz: recording.sampleRateHz,
      beepSeconds: recording.beepSeconds,
      sinks: recording.sinks,
      uploadUrl: recording.uploadUrl,
      listUrl: recording.listUrl,
      upload: recording.upload,
      keepLocal: recording.keepLocal,
      sn3: recording.sn3,
      hasToken: recording.token !== null,
    },
  };
}

const describeAccount = ({ address, credentials, servers, dtmf }: AccountSettings): Facts => ({
  address,
  signsInBy: credentials.kind,
  servers,
  dtmf,
});

export const describeAccounts = ({ accounts }: Pick<Softphone, 'accounts'>): readonly Facts[] =>
  [...accounts.getState().accounts.values()].map(({ settings, registration }) => ({
    ...describeAccount(settings),
    ...registration,
  }));

export function describeDevices({ soundDevices, sound }: Pick<Softphone, 'soundDevices' | 'sound'>): Facts {
  const { list, chosen, processing } = soundDevices.store.getState();
  const labels = (devices: readonly { readonly label: string }[]) => devices.map(({ label }) => label);
  return {
    microphones: labels(list.inputs),
    outputs: labels(list.outputs),
    chosen: {
      microphone: chosen.microphone?.label ?? null,
      speaker: chosen.speaker?.label ?? null,
      ringer: chosen.ringer?.label ?? null,
    },
    canChooseOutput: soundDevices.canChooseOutput,
    processing,
    sound: sound.getState(),
  };
}

/** Without the other party. */
export const describeLiveCalls = ({
  calls,
  quality,
}: Pick<Softphone, 'calls' | 'quality'>): readonly Facts[] =>
  [...calls.getState().liveCalls.values()].map((call) => ({
    sipCallId: call.sipCallId,
    account: call.accountId,
    direction: call.direction,
    state: call.state,
    onHold: call.onHold,
    remoteOnHold: call.remoteOnHold,
    microphoneMuted: call.microphoneMuted,
    mediaLost: call.mediaLost,
    error: call.error,
    quality: quality.getState().get(call.callId)?.summary,
    oneWay: quality.getState().get(call.callId)?.oneWay,
  }));

export function describeRecordings({ recordings }: Pick<Softphone, 'recordings'>): Facts {
  const { items, listError, uploads } = recordings.getState();
  const phases = new Map<string, number>();
  for (const { progress } of items) phases.set(progress.phase, (phases.get(progress.phase) ?? 0) + 1);
  const lastError = items.flatMap(({ progress }) => ('error' in progress ? [progress.error] : []))[0];
  return {
    ...Object.fromEntries(phases),
    onThisDevice: items.filter(({ localCopy }) => localCopy !== null).length,
    lastError,
    listError,
    uploads,
  };
}

/** Resolves when it is so. */
const untilTrue = <State>(store: ReadonlyStore<State>, isTrue: (state: State) => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (isTrue(store.getState())) {
      resolve();
      return;
    }
    const leave = store.subscribe((state) => {
      if (!isTrue(state)) return;
      leave();
      resolve();
    });
  });

/** The call that ended last, also before the page was loaded. Without the other party. */
export async function readLastCall(door: PeopleDoor, formatTime: (atMs: number) => string): Promise<Facts> {
  const { history }: People = await door.open();
  history.open();
  await untilTrue(history.store, ({ phase }) => phase === 'read');
  const { entries, readError, keepError } = history.store.getState();
  const [last] = entries;
  return {
    ...(last === undefined ? {} : describeEntry(last, formatTime)),
    readError,
    keepError,
  };
}

const describeEntry = (entry: HistoryEntry, formatTime: (atMs: number) => string): Facts => ({
  sipCallId: entry.sipCallId,
  account: entry.localUri,
  direction: entry.direction,
  startedAt: formatTime(entry.startedAtMs),
  connectedAt: entry.connectedAtMs === null ? null : formatTime(entry.connectedAtMs),
  endedAt: formatTime(entry.endedAtMs),
  outcome: entry.outcome,
  end: entry.end,
  error: entry.errorCode,
  quality: entry.quality,
});
