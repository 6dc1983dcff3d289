import type { AudioDirection } from '../media/audio-direction.ts';
import type { OneWayAudio } from './call-quality.ts';
import type { RtpCounters } from './rtp-counters.ts';

/** How long nothing may come or go. A party that sends no silence at all still sends comfort noise more often (RFC 3389 §4.1). */
const patienceMs = 5000;

/** Watches one call for a direction in which nothing flows although it should. */
export interface OneWayWatch {
  /** What is wrong after this reading; null when nothing is. */
  readonly look: (counters: RtpCounters, direction: AudioDirection | null) => OneWayAudio | null;
}

/** A watch that has seen nothing. */
export function createOneWayWatch(): OneWayWatch {
  const createTimer = () => {
    let count = 0;
    let sinceMs: number | null = null;
    /** How long a counter has stood still while it should not; 0 when it moved, or may stand. */
    return (next: number, expected: boolean, atMs: number): number => {
      if (!expected || next !== count) sinceMs = null;
      count = next;
      if (!expected) return 0;
      sinceMs ??= atMs;
      return atMs - sinceMs;
    };
  };
  const arriving = createTimer();
  const leaving = createTimer();

  return {
    look({ atMs, packetsReceived, packetsSent }, direction) {
      const both = direction === 'SendReceive';
      const silentInMs = arriving(packetsReceived, both || direction === 'ReceiveOnly', atMs);
      const silentOutMs = leaving(packetsSent, both || direction === 'SendOnly', atMs);
      if (silentInMs >= patienceMs) return 'nothing-arrives';
      return silentOutMs >= patienceMs ? 'nothing-leaves' : null;
    },
  };
}
