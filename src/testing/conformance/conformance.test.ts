import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtAreas, runCase } from './adapter.ts';
import { differences } from './subset.ts';

interface Case {
  readonly id: string;
  readonly area: string;
  readonly name: string;
  readonly input: unknown;
  readonly expected: unknown;
}

const file = process.env['CONFORMANCE_CASES'] ?? new URL('cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly Case[];
const built = new Set(builtAreas);
const notBuilt = new Set(cases.map(({ area }) => area).filter((area) => !built.has(area)));
if (notBuilt.size > 0) process.stdout.write(`areas not built yet: ${[...notBuilt].sort().join(', ')}\n`);

describe('conformance', () => {
  it.each(cases.filter(({ area }) => built.has(area)))('$id $name', async ({ area, input, expected }) => {
    expect(differences(expected, await runCase(area, input))).toEqual([]);
  });

  it('knows no other area', async () => {
    await expect(runCase('an area of tomorrow', {})).rejects.toThrow('Unknown area');
  });
});
