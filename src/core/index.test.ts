import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** A source of core, by its path from here. */
const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Every name that the door gives out, with the file that it comes from. */
function publicNames(): readonly (readonly [name: string, file: string])[] {
  const door = read('./index.ts');
  return [...door.matchAll(/^export (?:type )?\{([^}]*)\} from '([^']*)';/gm)].flatMap(
    ([, names = '', file = '']) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .map((name) => [name, file] as const),
  );
}

/** What stands right above an exported declaration; null where there is no such declaration. */
function lineAbove(source: string, name: string): string | null {
  const declaration = new RegExp(
    `^export (?:async )?(?:const|function|class|interface|type) ${name}\\b`,
    'm',
  );
  const found = declaration.exec(source);
  if (found === null) return null;
  return source.slice(0, found.index).trimEnd().split('\n').at(-1) ?? '';
}

describe('the public door', () => {
  it('gives out every line that it has', () => {
    const exported = read('./index.ts').match(/^export /gm) ?? [];
    expect(new Set(publicNames().map(([, file]) => file)).size).toBeGreaterThan(30);
    expect(read('./index.ts').match(/^export (?:type )?\{/gm)).toHaveLength(exported.length);
  });

  it.each(publicNames())('%s is documented where it stands', (name, file) => {
    expect(lineAbove(read(file), name)).toMatch(/\*\/$/);
  });
});
