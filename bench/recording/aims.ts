import type { RecorderFigures } from './measure-recording.ts';

/**
 * What ours may take, where RecordRTC took 3.3 ms of the main thread a second and, for its file of ten minutes, 4.5 s. A slower
 * machine is slow for both, so those two are shares; how much is held or lost does not depend on a machine.
 */
const aims = {
  mainThreadShare: 0.5 / 3.3,
  finishMs: 50,
  finishShare: 50 / 4500,
  heapMbPerTenMinutes: 0.1,
} as const;

/** Figures of one length, side by side. */
interface Compared {
  readonly minutes: number;
  readonly ours: RecorderFigures;
  /** The page without a recorder. */
  readonly idle: RecorderFigures;
  readonly recordRtc: RecorderFigures;
}

/** A sentence for each aim that a recording of ours has missed. */
export function missedAims({ minutes, ours, idle, recordRtc }: Compared): string[] {
  const { losses, finishMs } = ours;
  const heapMb = ours.heapGrowthMb - idle.heapGrowthMb;
  const heapAllowed = aims.heapMbPerTenMinutes * Math.max(1, minutes / 10);
  const mainThreadMs = ours.mainThreadMsPerSecond - idle.mainThreadMsPerSecond;
  const mainThreadAllowed =
    (recordRtc.mainThreadMsPerSecond - idle.mainThreadMsPerSecond) * aims.mainThreadShare;
  const finishAllowed = Math.max(aims.finishMs, recordRtc.finishMs * aims.finishShare);
  return [
    ...(heapMb > heapAllowed ? [`The heaps grew by ${heapMb} MB: ${heapAllowed} are allowed.`] : []),
    ...(mainThreadMs > mainThreadAllowed
      ? [`The main thread worked ${mainThreadMs} ms a second: ${mainThreadAllowed} are allowed.`]
      : []),
    ...(losses === 0 ? [] : [`Samples are lost in ${losses} places.`]),
    ...(finishMs > finishAllowed ? [`The file took ${finishMs} ms: ${finishAllowed} are allowed.`] : []),
  ].map((sentence) => `${minutes} min: ${sentence}`);
}
