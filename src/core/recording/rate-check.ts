/** Watches whether one side delivers as many frames a second as it claims. */
export interface RateCheck {
  readonly note: (frames: number, nowNs: bigint) => void;
}

const judgedAfterNs = 5_000_000_000n;
const pauseNs = 500_000_000n;
const toleratedPart = 0.3;

/**
 * Makes a check. `warn` is called at most once, with the rate that was measured over at least 5 s without a pause of
 * more than 500 ms, when that is more than 30 % off. Source: seed 2.
 */
export function createRateCheck(sampleRateHz: number, warn: (measuredHz: number) => void): RateCheck {
  let startNs: bigint | null = null;
  let lastNs = 0n;
  let frames = 0;
  let warned = false;

  return {
    note(added, nowNs) {
      if (startNs === null || nowNs - lastNs > pauseNs) {
        startNs = nowNs;
        frames = 0;
      } else {
        frames += added;
      }
      lastNs = nowNs;
      const elapsedNs = nowNs - startNs;
      if (warned || elapsedNs < judgedAfterNs) return;
      const measuredHz = (frames * 1e9) / Number(elapsedNs);
      if (Math.abs(measuredHz - sampleRateHz) <= toleratedPart * sampleRateHz) return;
      warned = true;
      warn(measuredHz);
    },
  };
}
