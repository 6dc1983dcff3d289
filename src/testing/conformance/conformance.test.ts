import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCase } from './adapter.ts';
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

describe('conformance', () => {
  // Not `$id $name`, which puts both in quotes and cuts long names.
  const named = cases.map((each) => [`${each.id} ${each.name}`, each] as const);
  it.each(named)('%s', async (_name, { area, input, expected }) => {
    expect(differences(expected, await runCase(area, input))).toEqual([]);
  });

  it('knows no other area', async () => {
    await expect(runCase('an area of tomorrow', {})).rejects.toThrow('Unknown area');
  });
});
