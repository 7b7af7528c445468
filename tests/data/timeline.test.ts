import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { policyInOrder, yearsOf } from '#lib/atlas/document-time';
import { yearsText } from '#lib/features/timeline/text';
import type { PolicyDocument } from '#lib/schema/atlas';

/* Two of the documents carry no date: their place in time rests on the years that the pack puts them at, one’s proved from outside. */
const documents = JSON.parse(readFileSync('static/data/v1/documents.json', 'utf8')) as PolicyDocument[];
const find = (id: string) => documents.find((document) => document.id === id);

it('puts the policy documents in the order of time', () => {
  expect(policyInOrder(documents).map(({ id }) => id)).toEqual(['zj-pharma-innovation', 'zj-life-health-draft', 'hz-2021-39', 'zj-2022-2024', 'hz-2024-2026']);
});

it('knows the opinions on pharma innovation as 浙政办发〔2017〕64号, on the word of pages that it names', () => {
  const opinions = find('zj-pharma-innovation');
  expect(opinions).toMatchObject({ number: '浙政办发〔2017〕64号', issuer: { zh: '浙江省人民政府办公厅' } });
  // the day is not proved, so none is given; the year is no guess
  expect(opinions?.issued).toBeUndefined();
  expect(opinions && yearsText(yearsOf(opinions))).not.toMatch(/约|c\. /);
  expect(opinions && yearsOf(opinions)).toMatchObject({ from: 2017, to: 2017, printed: false });
  expect(opinions?.sources?.map(({ url, read }) => [new URL(url).hostname, read])).toEqual([
    ['pharnexcloud.com', '2026-11-28'],
    ['www.hinews.cn', '2026-11-28']
  ]);
  // 2016 is the year of the national document that it carries out, and of nothing else said of it
  const said = ['documents', 'layouts', 'zones', 'places', 'notes', 'vocabulary', 'glossary', 'stories'].map((name) =>
    readFileSync(`static/data/v1/${name}.json`, 'utf8')
  );
  expect(said.join('').replaceAll('国办发〔2016〕11号', '')).not.toContain('2016');
});

it('tells of 杭政办函〔2022〕59号 beside the opinions of 2021, as neither in force nor their end', () => {
  expect(documents.filter(({ later }) => later).map(({ id }) => id)).toEqual(['hz-2021-39', 'zj-life-health-draft']);
  const [later] = find('hz-2021-39')?.later ?? [];
  expect(later).toMatchObject({ number: '杭政办函〔2022〕59号', issued: '2022-10-15' });
  expect(later?.standing.en).toMatch(/not confirmed/);
  expect(later?.sources.map(({ url }) => new URL(url).hostname)).toContain('jxj.hangzhou.gov.cn');
  expect(find('hz-2021-39')?.status).toBe('expired');
});
