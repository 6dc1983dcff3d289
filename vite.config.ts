import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { listLicences } from './scripts/lib/licences.ts';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Settings are the deployment's: the worker keeps them as they come. */
const isOfPage = (file: string): boolean =>
  !/\.map$|^config\.json$|^licences\.md$|^service-worker\.js$/.test(file);

/** Tells the service worker the files of the page, see src/workers/page.worker.ts. */
const listFilesOfPage: Plugin = {
  name: 'list-files-of-page',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const worker = bundle['service-worker.js'];
      if (worker?.type !== 'chunk') throw new Error('there is no service worker');
      const files = [...Object.keys(bundle), ...readdirSync(path('public'))].filter(isOfPage).sort();
      const hash = createHash('sha256').update(files.join('\n'));
      // Names without a hash of their own.
      for (const name of readdirSync(path('public')).filter(isOfPage)) {
        hash.update(readFileSync(path(`public/${name}`)));
      }
      const page = {
        version: hash.digest('hex').slice(0, 12),
        paths: files.map((file) => (file === 'index.html' ? '/' : `/${file}`)),
      };
      worker.code = `const page = ${JSON.stringify(page)};\n${worker.code}`;
    },
  },
};

const { version } = JSON.parse(readFileSync(path('package.json'), 'utf8')) as {
  readonly version: string;
};

const licences = listLicences();

export default defineConfig({
  define: { 'import.meta.env.SIDETONE_VERSION': JSON.stringify(version) },
  plugins: [react(), licences.forPage, listFilesOfPage],
  resolve: {
    alias: { debug: path('src/platform/sip-jssip/silent-debug.cjs') },
  },
  build: {
    outDir: 'dist/phone',
    target: 'es2023',
    // A worklet or worker that is inlined as a data: URL breaks a strict Content-Security-Policy.
    assetsInlineLimit: 0,
    sourcemap: true,
    rolldownOptions: {
      input: { index: path('index.html'), 'service-worker': path('src/workers/page.worker.ts') },
      output: {
        // Its address must stay the same, and at the root: it serves what lies below.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
        // What the first drawing needs comes as one file, also where a page that is fetched later needs it as well.
        codeSplitting: { groups: [{ name: 'phone', tags: ['$initial'], test: /^(?!.*page\.worker)/ }] },
      },
    },
  },
  worker: { format: 'es', plugins: licences.forWorkers },
});
