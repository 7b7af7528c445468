import { compile } from '@inlang/paraglide-js';
import { paraglideOptions } from '../src/i18n/paraglide-options';

/* Compile src/i18n/messages into src/lib/paraglide, as the Vite plugin does: `npm run messages`. */
await compile(paraglideOptions);
