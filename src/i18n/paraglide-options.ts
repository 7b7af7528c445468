import type { CompilerOptions } from '@inlang/paraglide-js';

const base = process.env.BASE_PATH ?? '';

/** How messages are compiled: by the Vite plugin during dev and build, and by `npm run messages` before type checks. */
export const paraglideOptions = {
  project: './src/i18n/project.inlang',
  outdir: './src/lib/paraglide',
  strategy: ['url', 'baseLocale'],
  urlPatterns: [
    {
      pattern: `${base}/:path(.*)?`,
      localized: [
        ['en', `${base}/en/:path(.*)?`],
        ['zh', `${base}/:path(.*)?`]
      ]
    }
  ]
} satisfies CompilerOptions;
