import { currentIds, PAGES } from './address-pages';
import type { Page } from './address-pages';
import type { Area } from './area';
import { Random } from './random';

/*
 * Random addresses: what a page could have written, changed here and there, or plain garbage. For each of them: nothing throws; what the page
 * writes for what it read is read back as the same, without complaint; and no part that the page knows is passed over in silence.
 */

const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '../../etc/passwd',
  "' OR 1=1 --",
  'NaN',
  'Infinity',
  '-Infinity',
  '1e309',
  '-0',
  '0x10',
  '１２',
  '٣',
  '1,2',
  '120,30',
  '120,30,7,1',
  '200,100,99',
  ',,',
  '.',
  '..',
  ',',
  ' ',
  '%',
  '%00',
  '\u0000',
  '\ud800',
  '\u202e',
  '\u200b',
  '𠮷',
  '浙江',
  '2026-02-30',
  '2026-13-01',
  '9999-99-99',
  '0000-01-01',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '//evil.example/x.pmtiles',
  '/a.pmtiles?x=1',
  'https://evil.example/{z}/{x}/{y}',
  '/{z}/{x}/{y}',
  'a'.repeat(5000),
  'a,'.repeat(2000),
  '.core'.repeat(300),
  '9'.repeat(400),
  '-1',
  '6',
  '99',
  '1.5',
  ' 1',
  '1 '
] as const;
const RAW = ['%E0%A4%A', '&&&', '====', '?', '#', '+', '%', '=x', '&', 'a[]=1', 'zone[]=x', '%u0041', '\u0000', '\ud800', '&__proto__=1'] as const;

function damaged(value: string, random: Random): string {
  const at = random.below(value.length + 1);
  switch (random.below(7)) {
    case 0:
      return random.pick(HOSTILE);
    case 1:
      return value.slice(0, at) + random.pick(HOSTILE) + value.slice(at);
    case 2:
      return value.slice(0, at);
    case 3:
      return value.slice(0, at) + String.fromCharCode(random.below(0x3000)) + value.slice(at + 1);
    case 4:
      return value + value;
    case 5:
      return [...value].reverse().join('');
    default:
      return value.toUpperCase();
  }
}

function address(page: Page, random: Random): string {
  const names = Object.keys(page.parameters);
  const params = new URLSearchParams();
  for (const name of random.some(names, Math.min(names.length, 7))) {
    const value = page.parameters[name]?.(random) ?? '';
    params.append(random.chance(0.05) ? random.pick(names) : name, random.chance(0.35) ? damaged(value, random) : value);
  }
  if (random.chance(0.1)) params.append(random.pick(names), random.pick(HOSTILE));
  const text = params.toString();
  if (!random.chance(0.15)) return text;
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(RAW) + text.slice(at);
}

const partsOf = (page: Page, name: string, value: string): string[] =>
  (page.lists[name] === undefined ? [value] : value.split(page.lists[name])).map((part) => part.trim()).filter(Boolean);

/** Characters that a reader sees. */
const lengthOf = (text: string): number => [...text.replace(/\p{C}/gu, '')].length;

/** Nothing that a reader could miss: blanks, separators, invisible characters. */
const isBlank = (page: Page, name: string, value: string): boolean => partsOf(page, name, value).every((part) => lengthOf(part) === 0);

/** Parts of a parameter that were neither used nor mentioned. */
function passedOver(page: Page, name: string, value: string): string[] {
  const { written, told } = page.read(new URLSearchParams([[name, value]]));
  if (isBlank(page, name, value) || told.some(({ parameter }) => parameter === name)) return [];
  if (page.defaults[name]?.includes(value)) return [];
  const used = written.get(name);
  if (used === null) return [value];
  if (page.lists[name] === undefined) return lengthOf(used) < lengthOf(value) && page.texts?.includes(name) ? [value] : [];
  const kept = new Set(partsOf(page, name, used));
  return partsOf(page, name, value).filter((part) => !kept.has(part) && !kept.has(currentIds.get(part) ?? part) && !page.defaults[name]?.includes(part));
}

/** Why the reading of an address is wrong; none if it is right. */
function checkAddress(page: Page, text: string): { complaints: string[]; told: number } {
  const params = new URLSearchParams(text);
  const { written, told, use } = page.read(params);
  const complaints: string[] = [];
  const again = page.read(new URLSearchParams(written.toString()));
  if (again.written.toString() !== written.toString()) complaints.push(`reads “${written.toString()}” back as “${again.written.toString()}”`);
  if (again.told.length > 0) complaints.push(`complains about its own ${again.told.map(({ parameter }) => parameter).join(', ')}`);
  use();
  for (const name of Object.keys(page.parameters)) {
    const value = params.get(name);
    if (value === null || isBlank(page, name, value) || page.dependent?.includes(name)) continue;
    const lost = passedOver(page, name, value);
    if (lost.length > 0) complaints.push(`passes over ${name}=${lost.join(' | ').slice(0, 100)} in silence`);
    // alone it is used, together with others it is not, and nobody says so
    if (
      lost.length === 0 &&
      value.trim() !== '' &&
      !written.has(name) &&
      !page.defaults[name]?.includes(value) &&
      !told.some(({ parameter }) => parameter === name)
    )
      complaints.push(`passes over ${name}=${value.slice(0, 60)} in silence beside others`);
  }
  return { complaints, told: told.length };
}

/** Case by case: an address of one of the pages, in turn. */
export const addresses: Area = (seed) => (index) => {
  const random = new Random(seed, index);
  const page = PAGES[index % PAGES.length]!;
  const input = address(page, random);
  const { complaints, told } = checkAddress(page, input);
  return { outcome: told > 0 ? 'read, with a notice' : 'read in full', complaints: complaints.map((what) => `${page.name}: ${what}`), input };
};
