import { describe, expect, it } from 'vitest';
import { asCallId } from '../shared/ids.ts';
import type { ClientEvent, MediaEventType } from './client-event.ts';
import { matchesFilter } from './event-filter.ts';

const mediaEvent = (mediaType: MediaEventType): ClientEvent => ({
  kind: 'MediaEvent',
  callId: asCallId('c1'),
  mediaType,
  timestamp: 0,
  priority: 'Normal',
});
const digit = mediaEvent({ kind: 'DtmfReceived', digit: '5', durationMs: 100 });
const muting = mediaEvent({ kind: 'MicrophoneStateChanged', muted: true });

describe('a filter of media events', () => {
  it('takes a kind whatever its payload', () => {
    const filter = { mediaEventKinds: ['DtmfReceived'] } as const;
    expect([digit, muting].map((event) => matchesFilter(event, filter))).toEqual([true, false]);
  });

  it('takes what agrees with both kind and payload', () => {
    const wanted = [{ kind: 'MicrophoneStateChanged', muted: true }] as const;
    const kinds = ['MicrophoneStateChanged'] as const;
    expect(matchesFilter(muting, { mediaEventKinds: kinds, mediaEventTypes: wanted })).toBe(true);
    expect(matchesFilter(muting, { mediaEventKinds: ['DtmfReceived'], mediaEventTypes: wanted })).toBe(false);
    expect(
      matchesFilter(mediaEvent({ kind: 'MicrophoneStateChanged', muted: false }), {
        mediaEventKinds: kinds,
        mediaEventTypes: wanted,
      }),
    ).toBe(false);
  });

  it('leaves events of other kinds alone', () => {
    const registration: ClientEvent = {
      kind: 'RegistrationStatusChanged',
      registrationId: 'r',
      status: 'Active',
      priority: 'Normal',
    };
    expect(matchesFilter(registration, { mediaEventKinds: [] })).toBe(true);
  });
});
