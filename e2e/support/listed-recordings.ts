import type { Page } from '@playwright/test';

/** Lets the store list so many recordings, the newest first, an hour apart: `Party 0`, `Party 1`, … Each second was an outgoing call. */
export async function listRecordings(page: Page, count: number): Promise<void> {
  const recordings = Array.from({ length: count }, (_, index) => ({
    recordingId: `listed-${index}`,
    callId: `call-${index}`,
    sipCallId: `call-${index}@example.com`,
    direction: index % 2 === 0 ? 'Incoming' : 'Outgoing',
    remoteUri: `sip:party${index}@example.com`,
    remoteDisplayName: `Party ${index}`,
    localUri: 'sip:alice@localhost',
    startedAtMs: 1_700_000_000_000 - index * 3_600_000,
    sampleRateHz: 16_000,
    channels: 2,
    marks: [],
    bytes: 3_840_044,
    durationMs: 60_000,
    sha256: null,
    storedAtMs: 1_700_000_000_000,
    url: `/recordings/listed-${index}`,
    allows: ['peaks', 'notes', 'delete'],
  }));
  await page.route('**/recordings', (route) => route.fulfill({ json: { recordings } }));
}
