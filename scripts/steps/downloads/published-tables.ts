import type { ProfileFact, Published, PublishedFigure, SourceClass } from '#lib/schema/published';
import type { Text } from '#lib/schema/common';
import { besideOf } from '#lib/atlas/published';
import type { Facts } from '../pack/compile-atlas';
import { OPERATORS } from './operators';
import { spellOut } from './spell-out';
import { both, makeTable, plain } from './table';
import type { Column, Table } from './table';

const CLASSES: Readonly<Record<SourceClass, Text>> = {
  statistics: { zh: '官方统计', en: 'official statistics' },
  government: { zh: '政府', en: 'government' },
  'official-media': { zh: '官方媒体', en: 'official media' },
  operator: { zh: '运营方', en: 'operator' },
  trade: { zh: '行业媒体', en: 'trade press' }
};

/** What is published elsewhere as flat tables: no document's word, every row with its page, its date and who stands behind it. */
export function publishedTables(facts: Facts, published: Published): Table[] {
  const words = spellOut(facts);
  type Sourced = Pick<PublishedFigure | ProfileFact, 'page' | 'conflicts' | 'note'>;
  const source = <T extends Sourced>(): Column<T>[] => [
    ...plain<T>('conflicts', '另有不同说法的条目编号', 'IDs of entries that say otherwise', ({ conflicts }) => conflicts.join(' ')),
    ...both<T>('note', '说明', 'Note', ({ note }) => note),
    ...plain<T>('page_title', '网页题名', 'Title of the page', ({ page }) => page.title),
    ...both<T>('publisher', '发布者', 'Publisher', ({ page }) => page.publisher),
    ...both<T>('publisher_class', '发布者类别', 'Class of the publisher', ({ page }) => CLASSES[page.class]),
    ...plain<T>('url', '网址', 'Address', ({ page }) => page.url),
    ...plain<T>('published', '发布日期', 'Published', ({ page }) => page.published),
    ...plain<T>('read', '查阅日期', 'Day on which it was read', ({ page }) => page.read),
    ...plain<T>('confidence', '可信度：high、medium-high、medium', 'Confidence: high, medium-high, medium', ({ page }) => page.confidence)
  ];
  const targets = (kind: 'comparable' | 'near', { id }: PublishedFigure): string =>
    facts.targets.flatMap((target) => (besideOf(published, target.id)[kind].some(({ figure }) => figure.id === id) ? [target.id] : [])).join(' ');
  const figures: Column<PublishedFigure>[] = [
    ...plain<PublishedFigure>('id', '编号，固定不变', 'Stable ID', ({ id }) => id),
    ...both<PublishedFigure>('metric', '指标', 'Metric', ({ metric }) => metric),
    ...plain<PublishedFigure>('adcode', '区划代码', 'Code of the unit', ({ adcode }) => adcode),
    ...both<PublishedFigure>('unit_name', '区划', 'Unit', ({ adcode }) => words.list('unit', [adcode])),
    ...plain<PublishedFigure>('place_id', '地点编号', 'ID of the place', ({ place }) => place),
    ...both<PublishedFigure>('place', '地点', 'Place', ({ place }) => (place === undefined ? undefined : words.list('place', [place]))),
    ...both<PublishedFigure>('scope', '所指范围与今天的区划不同时', 'Ground, where it is not that of the unit of today', ({ scope }) => scope),
    ...both<PublishedFigure>('operator', '与数值的关系', 'Relation to the value', ({ operator }) => OPERATORS[operator]),
    ...plain<PublishedFigure>('value', '数值', 'Value', ({ value }) => value),
    ...both<PublishedFigure>('unit', '单位', 'Unit', ({ unit }) => words.measure(unit)),
    ...plain<PublishedFigure>('from', '时段起', 'Period, from', ({ from }) => from),
    ...plain<PublishedFigure>('to', '时段止', 'Period, to', ({ to }) => to),
    ...both<PublishedFigure>('period', '时段说明', 'Note on the period', ({ period }) => period),
    ...both<PublishedFigure>('definition', '口径', 'Definition', ({ definition }) => definition),
    ...plain<PublishedFigure>('series', '序列编号', 'ID of the series', ({ series }) => series),
    ...plain<PublishedFigure>('comparable_targets', '口径相同的目标编号', 'IDs of comparable targets', (one) => targets('comparable', one)),
    ...plain<PublishedFigure>(
      'near_targets',
      '相近而口径不同的目标编号（不可比较）',
      'IDs of targets it is near to, of another definition (never compare)',
      (one) => targets('near', one)
    ),
    ...source<PublishedFigure>()
  ];
  const profiles: Column<ProfileFact>[] = [
    ...plain<ProfileFact>('id', '编号，固定不变', 'Stable ID', ({ id }) => id),
    ...plain<ProfileFact>('place_id', '地点编号', 'ID of the place', ({ place }) => place),
    ...both<ProfileFact>('place', '地点', 'Place', ({ place }) => words.list('place', [place])),
    ...plain<ProfileFact>('field', '事项', 'What it is about', ({ field }) => field),
    ...both<ProfileFact>('value', '内容', 'Fact', ({ value }) => value),
    ...plain<ProfileFact>('as_of', '截至', 'As of', ({ asOf }) => asOf),
    ...source<ProfileFact>()
  ];
  return [
    makeTable('figures', { zh: '已公布的数字（不出自规划文件）', en: 'Published figures (not from the plans)' }, published.figures, figures),
    makeTable('profiles', { zh: '地点的已公布情况（不出自规划文件）', en: 'Published facts of places (not from the plans)' }, published.profiles, profiles)
  ];
}
