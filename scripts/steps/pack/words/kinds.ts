import type { Said } from '../../problem';

const said = (zh: string, en: string): Said => ({ zh, en });

/** What the things of a pack are called. */
export const KINDS = {
  sector: said('产业', 'sector'),
  capability: said('服务或条件', 'capability'),
  unit: said('计量单位', 'unit'),
  agency: said('部门', 'agency'),
  group: said('市县组', 'unit group'),
  place: said('地点', 'place'),
  document: said('文件', 'document'),
  note: said('说明', 'note'),
  target: said('目标', 'target'),
  incentive: said('奖补条款', 'incentive'),
  layout: said('布局', 'layout'),
  zone: said('片区', 'zone'),
  story: said('导读', 'story'),
  term: said('词条', 'term'),
  clause: said('条款', 'clause'),
  figure: said('数字', 'figure'),
  fact: said('地点事实', 'fact'),
  page: said('网页', 'page'),
  line: said('主线', 'line'),
  input: said('问题', 'input'),
  call: said('申报通知', 'call')
} as const;
export type Kind = keyof typeof KINDS;

/** What one entry of a list is called, by the list's field or, where a file is a list, by the file. Lists of mere ids are not here. */
export const ENTRIES: Readonly<Record<string, Said>> = {
  sectors: KINDS.sector,
  capabilities: KINDS.capability,
  units: KINDS.unit,
  agencies: KINDS.agency,
  'unit-groups': KINDS.group,
  notes: KINDS.note,
  targets: KINDS.target,
  incentives: KINDS.incentive,
  layouts: KINDS.layout,
  zones: KINDS.zone,
  stories: KINDS.story,
  glossary: KINDS.term,
  terms: KINDS.term,
  documents: KINDS.document,
  calls: KINDS.call,
  clauses: KINDS.clause,
  figures: KINDS.figure,
  profiles: KINDS.fact,
  pages: KINDS.page,
  lines: KINDS.line,
  inputs: KINDS.input,
  tiers: said('层级', 'tier'),
  steps: said('步骤', 'step'),
  options: said('选项', 'option'),
  conditions: said('条件', 'condition'),
  examples: said('例子', 'example'),
  projects: said('项目', 'project'),
  relations: said('关系', 'relation'),
  sources: said('网页', 'page'),
  changes: said('版本', 'version'),
  renamed: said('改名', 'renaming'),
  beside: said('对照', 'pairing'),
  wording: said('用语', 'wording')
};
