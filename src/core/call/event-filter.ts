import type { CallId } from '../shared/ids.ts';
import type { CallState } from './call-state.ts';
import { callIdOf, comparePriorities } from './client-event.ts';
import type { ClientEvent, EventPriority, MediaEventType } from './client-event.ts';

/**
 * Which events a subscriber wants. Every field that is given must agree. `callIds` drops events without a call;
 * `callStates`, `mediaEventTypes`, `mediaEventKinds` and `registrationIds` judge their own kind of event only. Source: seed 1, `EventFilter`.
 */
export interface EventFilter {
  readonly callIds?: readonly CallId[];
  readonly callStates?: readonly CallState[];
  /** Compared with their payload: `{kind: 'MicrophoneStateChanged', muted: true}` lets only the muting through. */
  readonly mediaEventTypes?: readonly MediaEventType[];
  /** By kind alone, whatever the payload: `'DtmfReceived'` lets every digit through. */
  readonly mediaEventKinds?: readonly MediaEventType['kind'][];
  readonly registrationIds?: readonly string[];
  readonly minPriority?: EventPriority;
}

/** Whether the filter lets the event through. */
export function matchesFilter(event: ClientEvent, filter: EventFilter): boolean {
  const { callIds, callStates, registrationIds, minPriority } = filter;
  if (minPriority !== undefined && comparePriorities(event.priority, minPriority) < 0) return false;
  if (callIds !== undefined) {
    const callId = callIdOf(event);
    if (callId === null || !callIds.includes(callId)) return false;
  }
  if (event.kind === 'CallStateChanged') return callStates?.includes(event.newState) ?? true;
  if (event.kind === 'MediaEvent') return matchesMedia(event.mediaType, filter);
  if (event.kind === 'RegistrationStatusChanged')
    return registrationIds?.includes(event.registrationId) ?? true;
  return true;
}

function matchesMedia(event: MediaEventType, { mediaEventTypes, mediaEventKinds }: EventFilter): boolean {
  return (
    (mediaEventKinds?.includes(event.kind) ?? true) &&
    (mediaEventTypes?.some((wanted) => isSameMediaEvent(wanted, event)) ?? true)
  );
}

function isSameMediaEvent(a: MediaEventType, b: MediaEventType): boolean {
  const fields = Object.entries(a);
  const other = new Map<string, unknown>(Object.entries(b));
  return fields.length === other.size && fields.every(([name, value]) => other.get(name) === value);
}
