import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { english } from '../words.ts';
import { knownLanguages } from './known-languages.ts';

/** Every text of a catalog by its path, with its parameters filled in. */
function textsOf(catalog: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof catalog === 'string') return [[path, catalog]];
  if (typeof catalog === 'function') {
    const values = Array.from({ length: catalog.length }, (_, index) => `value ${index}`);
    // The one parameter that is a list.
    const text: unknown =
      path === '/signIn/noSuchDemo' ? catalog(values[0], [values[1]]) : catalog(...values);
    return [[path, String(text)]];
  }
  return Object.entries(catalog ?? {}).flatMap(([key, part]) => textsOf(part, `${path}/${key}`));
}

/** What is the same in other languages. */
const international = [
  'Sidetone',
  'Offline',
  '·',
  'Pause',
  'Balance',
  'Format',
  'WAV',
  'Opus',
  'FLAC',
  'MP3',
];

const parametersIn = (text: string): readonly string[] => (text.match(/value \d/g) ?? []).sort();

const readManifest = async (name: string): Promise<{ readonly shortcuts: readonly object[] }> =>
  JSON.parse(await readFile(`public/${name}`, 'utf8'));

describe.each(['de', 'es', 'ar'] as const)('the catalog %s', (tag) => {
  it('says everything that the English one says, with the same parameters, in its own words', async () => {
    const translated = textsOf(await knownLanguages[tag].load());
    const originals = new Map(textsOf(english).filter(([path]) => !path.endsWith('/retryable')));
    expect(translated.map(([path]) => path).sort()).toEqual([...originals.keys()].sort());
    const wrong = translated.filter(([path, text]) => {
      const original = originals.get(path) ?? '';
      const isEnglish = text === original && !international.includes(text) && parametersIn(text).length === 0;
      return text.trim() === '' || isEnglish || parametersIn(text).join() !== parametersIn(original).join();
    });
    expect(wrong).toEqual([]);
  });

  it('is the language of what the system shows of the installed phone', async () => {
    const { promise, navigation } = await knownLanguages[tag].load();
    const original = await readManifest('manifest.webmanifest');
    const names = [navigation.recordings, navigation.history, navigation.contacts];
    expect(await readManifest(`manifest.${tag}.webmanifest`)).toEqual({
      ...original,
      lang: tag,
      dir: knownLanguages[tag].direction,
      description: promise,
      shortcuts: original.shortcuts.map((shortcut, index) => ({ ...shortcut, name: names[index] })),
    });
  });
});
