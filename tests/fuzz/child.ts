import { addresses } from './addresses';
import type { Answer, Area } from './area';
import { files } from './files';
import { packs } from './packs';

/* The process in which cases run: `run-area.ts` starts it, asks for one case after the other, and ends it if one takes too long. */
const AREAS: Readonly<Record<string, Area>> = { addresses, packs, files };

const [name = '', seed = '1'] = process.argv.slice(2);
const run = AREAS[name]?.(Number(seed));
if (!run) throw new Error(`no kind of fuzzing is called “${name}”`);

const text = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n').slice(0, 6).join('\n');

async function answer(index: number): Promise<Answer> {
  const before = process.cpuUsage();
  const outcome = await Promise.resolve(index)
    .then(run)
    .catch((error: unknown) => ({ outcome: 'threw', complaints: [`threw ${text(error)}`], input: '' }));
  const { user, system } = process.cpuUsage(before);
  return { ...outcome, cpu: (user + system) / 1000 };
}

process.on('message', (index: number) => void answer(index).then((answered) => process.send?.(answered)));
process.send?.('ready');
