import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Id } from '#lib/schema/common';
import { todayInHangzhou } from '#lib/atlas/status';
import { InputError } from './steps/problem';
import { readFlags } from './steps/read-flags';
import { starterFiles } from './steps/starter/files';
import { LEVELS, regionOf } from './steps/starter/region-of';

/*
 * Start a pack that builds at once: `npm run pack:new -- --region 440000 --name "…"`, with `--id`, `--level province|prefecture` and `--out FOLDER`
 * where the defaults do not suit.
 */
const USAGE = '用法 / usage: npm run pack:new -- --region 440000 --name "站名" [--id guangdong-biopharma] [--level province|prefecture] [--out FOLDER]';
const refuse = (rule: string) => new InputError([{ file: 'pack:new', rule }]);

try {
  const values = readFlags('pack:new', ['region', 'name', 'id', 'level', 'out'], USAGE);
  if (values.region === undefined || !values.name?.trim()) throw refuse(USAGE);
  const level = LEVELS.find((one) => one === values.level);
  if (values.level !== undefined && level === undefined) throw refuse(USAGE);
  const region = regionOf(values.region, level);
  const id = values.id ?? `${slug(region.name.en)}-clusters`;
  if (!Id.safeParse(id).success) throw refuse(`--id "${id}": 只用小写字母、数字和短横线 / lower-case letters, digits and single hyphens`);
  const dir = values.out ?? join('geodata/packs', id);
  if (existsSync(dir)) throw refuse(`${dir} 已经有了，换个 --id 或 --out / is there already; choose another --id or --out`);
  const [year, month] = todayInHangzhou().split('-').map(Number);
  for (const [name, content] of Object.entries(starterFiles(region, { id, title: values.name.trim(), version: `${year}.${month}.0` }))) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
    console.log(join(relative('.', dir), name));
  }
  console.log(`${region.name.zh}：现在可以 / now: npm run check:pack -- --pack ${dir}，npm run geodata -- --pack ${dir}`);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** A name as an id: lower-case letters, digits and hyphens. */
function slug(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/['’\p{M}]/gu, '')
    .replace(/[^a-zA-Z0-9]+/g, '-');
  return plain
    .toLowerCase()
    .replace(/^-|-$/g, '')
    .replace(/-(city|prefecture)$/, '');
}
