import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('dist/phone/index.html', import.meta.url), 'utf8');
const loadedAtOnce = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(
  ([, path]) => `dist/phone/${path}`,
);

export default [
  { name: 'JavaScript that the page loads at once', path: loadedAtOnce, limit: '170 kB' },
  {
    name: 'SIP stack, fetched for who signs in',
    path: 'dist/phone/assets/jssip-signalling-*.js',
    limit: '60 kB',
  },
  {
    name: 'Worklet and workers',
    path: ['dist/phone/assets/*worklet*.js', 'dist/phone/assets/{frames,recording,upload}.worker*.js'],
    limit: '40 kB',
  },
  {
    name: 'Files of recordings, fetched for who saves one',
    path: 'dist/phone/assets/export.worker*.js',
    limit: '35 kB',
  },
];
