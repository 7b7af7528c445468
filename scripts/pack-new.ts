import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Id } from '#lib/schema/common';
import { todayInHangzhou } from '#lib/atlas/status';
import { scriptArguments, spokenLanguage } from './steps/arguments';
import { InputError, refusalOf } from './steps/problem';
import { starterFiles } from './steps/starter/files';
import { LEVELS, regionOf } from './steps/starter/region-of';

/*
 * Start a pack that builds at once: `npm run pack:new -- --region 440000 --name "…"`, with `--id`, `--level province|prefecture` and `--out FOLDER`
 * where the defaults do not suit.
 */
const language = spokenLanguage();
const USAGE = 'npm run pack:new -- --region 440000 --name "…" [--id guangdong-biopharma] [--level province|prefecture] [--out FOLDER]';
const refuse = (file: string, zh: string, en: string) => new InputError([{ file, rule: { zh, en } }]);

try {
  const text = { type: 'string' } as const;
  const { values } = scriptArguments({ region: text, name: text, id: text, level: text, out: text });
  const level = LEVELS.find((one) => one === values.level);
  const wrongLevel = values.level !== undefined && level === undefined;
  if (values.region === undefined || !values.name?.trim() || wrongLevel) throw refuse('pack:new', `用法：${USAGE}`, `call it so: ${USAGE}`);
  const region = regionOf(values.region, level);
  const id = values.id ?? `${slug(region.name.en)}-clusters`;
  if (!Id.safeParse(id).success) throw refuse('--id', `“${id}”：只用小写字母、数字和短横线`, `"${id}": lower-case letters, digits and single hyphens`);
  const dir = values.out ?? `geodata/packs/${id}`;
  if (existsSync(dir)) throw refuse(dir, '已经有了，换个 --id 或 --out', 'is there already; choose another --id or --out');
  const [year, month] = todayInHangzhou().split('-').map(Number);
  for (const [name, content] of Object.entries(starterFiles(region, { id, title: values.name.trim(), version: `${year}.${month}.0` }))) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
    console.log(`${dir}/${name}`);
  }
  const next = `npm run check:pack -- --pack ${dir}`;
  console.log(
    language === 'zh' ? `${region.name.zh}的数据包可以用了。填写之后检查：${next}` : `A pack for ${region.name.en}. Fill it in, then check it: ${next}`
  );
} catch (error) {
  console.error(refusalOf(error, language));
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
