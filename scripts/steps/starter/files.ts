import type { StarterRegion } from './region-of';

type Text = Readonly<{ zh: string; en: string }>;

/** What a new pack is called. */
export type StarterName = Readonly<{ id: string; title: string; version: string }>;

/** In the starter's texts a place to fill in says so, in both languages. */
const fill = (zh: string, en: string): Text => ({ zh: `【填写】${zh}`, en: `[To be filled in] ${en}` });
const flow = ({ zh, en }: Text): string => `{ zh: ${JSON.stringify(zh)}, en: ${JSON.stringify(en)} }`;
const list = (codes: readonly string[]): string => `[${codes.map((code) => JSON.stringify(code)).join(', ')}]`;

/** Folder and id of the document that a new pack begins with. */
const DOCUMENT = 'first-document';
const LAYOUT = 'first-layout';

/**
 * The files of a new pack, by name: the least that can be built. No fact is in them; each place for one says that it is to be filled in, and the
 * document is marked as a draft, so that the site says so, too.
 */
export function starterFiles(region: StarterRegion, { id, title, version }: StarterName): Readonly<Record<string, string>> {
  const focus = region.level === 'prefecture' ? `  focusPrefecture: ${JSON.stringify(region.prefectures[0])}\n` : '';
  const whole = region.level === 'province' && region.prefectures.length > 1;
  const covered = whole ? region.provinceAdcode : (region.prefectures[0] ?? region.provinceAdcode);
  const pack = `# 数据包：哪个地区、什么产业。写着“填写”的地方换成事实；井号后面是说明，程序不读。
# The pack: what region, what industry. Replace what says “to be filled in”; what follows a number sign is a remark.
id: ${id}
# 年.月.序号，内容改了就加一 / year.month.number, goes up when the facts change
version: ${version}
title: ${flow({ zh: title, en: fill('', 'name of the site').en })}
description: ${flow(fill('一句话说明这个网站', 'one sentence about the site'))}
industry: ${flow(fill('产业', 'industry'))}
region:
  provinceAdcode: ${JSON.stringify(region.provinceAdcode)}
  provinceName: ${flow(region.provinceName)}
  # 地图画的市 / prefectures on the map
  prefectures: ${list(region.prefectures)}
  # 淡色画出的相邻地区 / neighbours, drawn muted
  context: ${list(region.context)}
${focus}# 打开首页先看到的布局，在 documents/${DOCUMENT}/zones.yaml 里 / layout that the start page shows, from zones.yaml
defaultLayout: ${LAYOUT}
# 地点位置的依据写在哪一条 / the clause that accounts for positions of places
placeSource: { document: ${DOCUMENT}, clause: "一" }
`;
  const document = `# 一份文件。文件夹与 id 同名：改名时两处一起改，pack.yaml 的 placeSource 也要改。
# A document. Its folder has the name of its id: change both, and placeSource in pack.yaml.
id: ${DOCUMENT}
kind: policy
title: ${flow(fill('文件全称', 'full title of the document'))}
short: ${flow(fill('简称', 'short title'))}
issuer: ${flow(fill('印发机关', 'issuing body'))}
# 成文日期照文件填，去掉井号 / the day that it bears: fill in and take the number sign away
# issued: 2026-01-31
# 这一行让网站各处标明是征求意见稿，占位内容不会被当成有效文件；填好正式文件后删掉
# marks it as a draft for comment everywhere, so that nobody takes it for a policy in force; delete it once an issued document is filled in
draft: true
covers: ${list([covered])}
clauses:
  # 条款号照文件写；出处要用到的都列上 / number of the clause as printed; list every clause that is cited
  - { id: "一", title: ${flow(fill('这一条讲什么', 'what the clause is about'))} }
`;
  const zones = `# 布局和片区 / layouts and zones
layouts:
  - id: ${LAYOUT}
    name: ${flow(fill('布局名称', 'name of the layout'))}
    short: ${flow(fill('布局', 'layout'))}
    kind: spatial
    scope: ${whole ? 'province' : 'city'}
    adcode: ${JSON.stringify(covered)}
    description: ${flow(fill('一两句话', 'a sentence or two'))}
    tiers:
      - { tier: core, name: ${flow(fill('层级的叫法', 'what the tier is called'))}, gloss: ${flow(fill('解释', 'what it means'))} }
    cite: ["一"]
zones:
  # 先放一个区划让地图能画；换成文件里的片区 / one unit, so that there is something to draw: replace it by the document’s zones
  - id: first-zone
    layout: ${LAYOUT}
    tier: core
    name: ${flow(fill('片区名称', 'name of the zone'))}
    short: ${flow(fill('片区', 'zone'))}
    mark: { zh: "片", en: "Z" }
    role: ${flow(fill('文件让它做什么', 'what the document wants of it'))}
    # ${region.unit.name.zh} / ${region.unit.name.en}
    units: ${list([region.unit.adcode])}
    # 成员还没有依据 / nothing yet says that it belongs to it
    membership: unknown
    cite: ["一"]
`;
  const folder = `documents/${DOCUMENT}`;
  return { 'pack.yaml': pack, [`${folder}/document.yaml`]: document, [`${folder}/zones.yaml`]: zones };
}
