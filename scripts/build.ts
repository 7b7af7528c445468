import { scriptArguments } from './steps/arguments';
import { runForPack } from './steps/run-all';

/* Build the site: data, pages, and what hosts need beside them. `npm run build`; `-- --pack PATH` for another pack. */
await runForPack((rest) => {
  scriptArguments({}, rest);
  return [
    ['tsx', 'scripts/schema.ts'],
    ['tsx', 'scripts/geodata.ts'],
    ['vite', 'build'],
    ['tsx', 'scripts/finish.ts']
  ];
});
