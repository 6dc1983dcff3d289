import type { ClientCallHandler } from '../call/call-handler.ts';
import type { CallInfo } from '../call/call-info.ts';
import { isTerminated } from '../call/call-state.ts';
import type { ContactBook } from '../contacts/contact-book.ts';
import type { ContactImport } from '../contacts/contact-import.ts';
import { type ContactNames, noNames } from '../contacts/known-names.ts';
import { toPhoneErrorDetail } from '../errors/phone-error.ts';
import type { CallHistory } from '../history/call-history.ts';
import type { QualitySummary } from '../quality/call-quality.ts';
import type { QualityStore } from '../quality/quality-monitor.ts';
import type { Logger } from '../shared/logger.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';

/** Whom the person knows, and whom they talked to. */
export interface People {
  readonly history: CallHistory;
  readonly contacts: ContactBook;
  readonly contactImport: ContactImport;
}

/** Brings the people, and goes on telling what the page shows everywhere. Rejects when their code cannot be fetched. */
export type LoadPeople = (tell: {
  readonly names: (names: ContactNames) => void;
  readonly missed: (count: number) => void;
}) => Promise<People>;

/** The way to the people. Nothing of them is in the way of a call: they are loaded when they are first wanted. */
export interface PeopleDoor {
  /** Who is who; nobody until they are loaded. */
  readonly names: ReadonlyStore<ContactNames>;
  /** How many missed calls the person has not seen; 0 until they are loaded. */
  readonly missedCalls: ReadonlyStore<number>;
  /** Loads them once; again after it failed. Rejects when their code cannot be fetched. */
  readonly open: () => Promise<People>;
}

/** The door, which calls that end go through as soon as there is a history behind it. */
export function createPeopleDoor(deps: {
  readonly load: LoadPeople;
  readonly calls: Pick<ClientCallHandler, 'store' | 'subscribe'>;
  readonly quality: QualityStore;
  /** Is told when they are loaded. */
  readonly onOpened?: (people: People) => void;
  readonly logger: Logger;
}): PeopleDoor {
  const { load, calls, quality, onOpened = () => undefined, logger } = deps;
  const names = createStore<ContactNames>(noNames);
  const missedCalls = createStore(0);
  let people: People | null = null;
  let opening: Promise<People> | null = null;
  let waiting: (readonly [CallInfo, QualitySummary | null])[] = [];

  const openOnce = async (): Promise<People> => {
    try {
      people = await load({ names: names.setState, missed: missedCalls.setState });
    } catch (error) {
      opening = null;
      throw error;
    }
    for (const call of waiting) people.history.add(...call);
    waiting = [];
    onOpened(people);
    return people;
  };
  const open = (): Promise<People> => (opening ??= openOnce());

  calls.subscribe((event) => {
    if (event.kind !== 'CallStateChanged' || !isTerminated(event.newState)) return;
    const call = calls.store.getState().callInfo.get(event.callId);
    if (call === undefined) return;
    const summary = quality.getState().get(call.callId)?.summary ?? null;
    if (people !== null) {
      people.history.add(call, summary);
      return;
    }
    waiting.push([call, summary]);
    open().catch((error: unknown) =>
      logger.warn('the history could not be loaded', { ...toPhoneErrorDetail(error) }),
    );
  });

  return { names, missedCalls, open };
}
