import type { ManifestOptions } from 'vite-plugin-pwa';

/** What a device shows of the installed application. Colours are `--paper` of the tokens. */
export const appManifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Rounds',
  short_name: 'Rounds',
  description: 'Short modules, honest quizzes and a CPD record, on the phone you hold and the network you get.',
  lang: 'en-GB',
  dir: 'ltr',
  start_url: '/today',
  scope: '/',
  display: 'standalone',
  background_color: '#fbfaf7',
  theme_color: '#fbfaf7',
  categories: ['education', 'medical'],
  icons: [
    { src: '/icons/icon.svg', type: 'image/svg+xml', sizes: 'any' },
    { src: '/icons/icon-192.png', type: 'image/png', sizes: '192x192' },
    { src: '/icons/icon-512.png', type: 'image/png', sizes: '512x512' },
    { src: '/icons/maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
  ],
};
