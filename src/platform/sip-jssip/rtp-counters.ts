import type { RTCSession } from 'jssip/lib/RTCSession';
import type { RtpCounters } from '#core/quality/rtp-counters.ts';

/** A dictionary of RTCStatsReport, of which TypeScript knows no more than the type. */
type Stats = Readonly<Record<string, unknown>>;

const numberIn = (stats: Stats | undefined, field: string): number => {
  const value = stats?.[field];
  return typeof value === 'number' ? value : 0;
};

const secondsToMs = 1000;

/** Reads what a peer connection counts of its one audio stream each way; null while nothing is received. Seconds become milliseconds. */
export async function readRtpCounters({ connection }: RTCSession): Promise<RtpCounters | null> {
  // JsSIP types it as always there: it is missing until an incoming call is answered.
  const report = await (connection as RTCPeerConnection | undefined)?.getStats();
  const all: Stats[] = [...(report?.values() ?? [])];
  const find = (type: string): Stats | undefined =>
    all.find((stats) => stats['type'] === type && stats['kind'] === 'audio');

  const inbound = find('inbound-rtp');
  if (inbound === undefined) return null;
  const outbound = find('outbound-rtp');
  const farEnd = find('remote-inbound-rtp');
  const codec = all.find(({ id }) => id === inbound['codecId'])?.['mimeType'];
  const roundTripSec = farEnd?.['roundTripTime'];
  return {
    atMs: numberIn(inbound, 'timestamp'),
    packetsReceived: numberIn(inbound, 'packetsReceived'),
    packetsLost: numberIn(inbound, 'packetsLost'),
    jitterMs: numberIn(inbound, 'jitter') * secondsToMs,
    jitterBufferDelayMs: numberIn(inbound, 'jitterBufferDelay') * secondsToMs,
    jitterBufferEmitted: numberIn(inbound, 'jitterBufferEmittedCount'),
    packetsSent: numberIn(outbound, 'packetsSent'),
    roundTripMs: typeof roundTripSec === 'number' ? roundTripSec * secondsToMs : null,
    codec: typeof codec === 'string' ? codec.replace(/^audio\//i, '') : null,
  };
}
