import { runForPack } from './steps/run-all';

/* The site while it is worked on: `npm run dev`; `-- --pack PATH` for another pack, anything else is for Vite. */
await runForPack((rest) => [
  ['tsx', 'scripts/schema.ts'],
  ['tsx', 'scripts/geodata.ts'],
  ['vite', 'dev', ...rest]
]);
