import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist/phone',
    target: 'es2023',
    // A worklet or worker that is inlined as a data: URL breaks a strict Content-Security-Policy.
    assetsInlineLimit: 0,
    sourcemap: true,
  },
  worker: { format: 'es' },
});
