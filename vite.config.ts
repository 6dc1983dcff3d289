import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

export default defineConfig({
  plugins: [react()],
  define: { 'import.meta.env.SIDETONE_VERSION': JSON.stringify(version) },
  resolve: {
    alias: { debug: fileURLToPath(new URL('src/platform/sip-jssip/silent-debug.cjs', import.meta.url)) },
  },
  build: {
    outDir: 'dist/phone',
    target: 'es2023',
    // A worklet or worker that is inlined as a data: URL breaks a strict Content-Security-Policy.
    assetsInlineLimit: 0,
    sourcemap: true,
  },
  worker: { format: 'es' },
});
