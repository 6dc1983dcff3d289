/**
 * @typedef {{ readonly name: string, readonly run: () => Promise<number> }} Stage `run` resolves with an exit code
 * @typedef {{ readonly name: string, readonly code: number, readonly seconds: number }} StageResult
 */

/**
 * Runs stages one after the other, all of them even when one fails, so that one run shows everything that is wrong.
 * @param {readonly Stage[]} stages
 * @returns {Promise<StageResult[]>}
 */
export async function runStages(stages) {
  const results = [];
  for (const { name, run } of stages) {
    console.log(`\n── ${name}`);
    const startedAt = performance.now();
    const code = await run();
    results.push({ name, code, seconds: (performance.now() - startedAt) / 1000 });
  }
  return results;
}

/**
 * Prints each stage's seconds and which ones failed.
 * @param {readonly StageResult[]} results
 */
export function printStages(results) {
  console.log('');
  for (const { name, code, seconds } of results) {
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  }
}

/** @param {readonly StageResult[]} results */
export const allPassed = (results) => results.every(({ code }) => code === 0);
