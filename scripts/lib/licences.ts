import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** Where a package of which a module is in the page has its files. */
const folderOf = (moduleId: string): string | null =>
  /^\0?(\/.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(moduleId.replaceAll('\\', '/'))?.[1] ?? null;

function describe(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license: string;
  };
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  return `## ${name} ${version} (${license})\n${text}`;
}

/**
 * Writes `licences.md` beside the page: whose work is in it, and on what terms, most of which ask for that. `forWorkers` goes
 * to the workers, which are bundled by themselves and before the page is.
 */
export function listLicences(): { readonly forWorkers: () => Plugin[]; readonly forPage: Plugin } {
  const folders = new Set<string>();
  const collect = (bundle: Rolldown.OutputBundle): void => {
    const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
    for (const moduleId of chunks.flatMap((chunk) => chunk.moduleIds)) {
      const folder = folderOf(moduleId);
      if (folder !== null) folders.add(folder);
    }
  };
  return {
    forWorkers: () => [{ name: 'collect-licences', generateBundle: (_, bundle) => collect(bundle) }],
    forPage: {
      name: 'list-licences',
      apply: 'build',
      generateBundle(_, bundle) {
        collect(bundle);
        const source = ['# In this page beside Sidetone itself\n', ...[...folders].toSorted().map(describe)];
        this.emitFile({ type: 'asset', fileName: 'licences.md', source: source.join('\n') });
      },
    },
  };
}
