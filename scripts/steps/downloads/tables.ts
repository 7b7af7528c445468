import type { Incentive, Place, PolicyDocument, Target, Zone } from '#lib/schema/atlas';
import type { Facts } from '../pack/compile-atlas';
import { OPERATORS } from './operators';
import { spellOut } from './spell-out';
import { both, makeTable, plain } from './table';
import type { Column, Table } from './table';
import { word } from '../site-words';

const yes = (value: boolean): string => (value ? 'yes' : 'no');
const codes = (list: readonly string[]): string => list.join(' ');

/**
 * The facts as flat tables for spreadsheets: every text in both languages, every row with its source spelt out and
 * the status of its document, so that a row stays honest when it is cut out and pasted elsewhere.
 * @param day day for which document status was computed
 */
export function factTables(facts: Facts, day: string): Table[] {
  const words = spellOut(facts);
  const source = <T extends { document: string }>(): Column<T>[] => [
    ...plain<T>('document_id', '文件编号', 'ID of the document', ({ document }) => document),
    ...both<T>('document', '文件名称', 'Title of the document', ({ document }) => words.document(document)?.title),
    ...both<T>('document_status', `文件状态，截至${day}`, `Status of the document on ${day}`, ({ document: id }) => {
      const document = words.document(id);
      return document && word('status', document.status);
    })
  ];
  const id = <T extends { id: string }>(): Column<T>[] => plain('id', '编号，固定不变', 'Stable ID', (item) => item.id);
  const notes = <T extends { notes: readonly string[] }>(): Column<T>[] => both('notes', '说明', 'Notes', (item) => words.notes(item.notes));

  const documents: Column<PolicyDocument>[] = [
    ...id<PolicyDocument>(),
    ...plain<PolicyDocument>('kind', 'policy 政策文件，outside 外部资料', 'policy document or outside source', (one) => one.kind),
    ...both<PolicyDocument>('title', '名称', 'Title', (one) => one.title),
    ...both<PolicyDocument>('issuer', '发布单位', 'Issued by', (one) => one.issuer),
    ...plain<PolicyDocument>('number', '文号', 'Document number', (one) => one.number),
    ...plain<PolicyDocument>('issued', '印发日期', 'Day of issue', (one) => one.issued),
    ...plain<PolicyDocument>('published', '发布日期', 'Day of publication', (one) => one.published),
    ...both<PolicyDocument>('date_note', '日期说明', 'Note on the date', (one) => one.dateNote),
    ...plain<PolicyDocument>('valid_from', '施行日期', 'In force from', (one) => one.validFrom),
    ...plain<PolicyDocument>('valid_to', '有效期至', 'Valid until', (one) => one.validTo),
    ...plain<PolicyDocument>('period_start', '规划期起', 'First day of the plan period', (one) => one.periodStart),
    ...plain<PolicyDocument>('period_end', '规划期止', 'Last day of the plan period', (one) => one.periodEnd),
    ...both<PolicyDocument>('status', `状态，截至${day}`, `Status on ${day}`, (one) => word('status', one.status)),
    ...plain<PolicyDocument>('repeals', '同时废止', 'Repeals', (one) => one.repeals.join('；')),
    ...notes<PolicyDocument>(),
    ...plain<PolicyDocument>('horizon', '指标截至（年），无规划期时', 'Last year of its targets, where it has no plan period', (one) => one.horizon),
    ...plain<PolicyDocument>('outlook', '展望至（年），无规划期时', 'Year it looks ahead to, where it has no plan period', (one) => one.outlook)
  ];

  const zones: Column<Zone>[] = [
    ...id<Zone>(),
    ...both<Zone>('layout', '布局', 'Layout', ({ layout }) => words.layout(layout)),
    ...source<Zone>(),
    ...both<Zone>('tier', '层级', 'Tier', ({ tier, tierName }) => tierName ?? word('tier', tier)),
    ...both<Zone>('name', '名称', 'Name', ({ name }) => name),
    ...both<Zone>('role', '定位', 'Role', ({ role }) => role),
    ...plain<Zone>('member_codes', '成员的区划代码', 'Codes of the member units', ({ units }) => codes(units)),
    ...both<Zone>('members', '成员', 'Member units', ({ units }) => words.list('unit', units)),
    ...plain<Zone>(
      'membership',
      '成员如何得知：primary 文件载明，secondary 外部资料，inferred 推断，unknown 未载明',
      'How the members are known: primary, secondary (outside source), inferred, unknown',
      ({ membership }) => membership
    ),
    ...plain<Zone>('open_list', '文件的名单是否以“等”收尾', 'Whether the document leaves the list open', ({ openEnded }) => yes(openEnded)),
    ...both<Zone>('sectors', '重点方向', 'Focus sectors', ({ sectors }) => words.list('sector', sectors)),
    ...both<Zone>('capabilities', '文件提到的服务与条件', 'Services and conditions mentioned in the document', ({ capabilities }) =>
      words.list('capability', capabilities)
    ),
    ...both<Zone>('platforms', '平台与机构', 'Platforms and institutes', ({ platforms }) => words.list('place', platforms)),
    ...both<Zone>('parks', '园区与小镇', 'Parks and towns', ({ parks }) => words.list('place', parks)),
    ...plain<Zone>('targets', '目标编号', 'IDs of its targets', ({ targets }) => codes(targets)),
    ...both<Zone>('citations', '出处', 'Source', ({ citations }) => words.citations(citations)),
    ...both<Zone>('membership_citations', '成员的出处', 'Source of the membership', (zone) => words.citations(zone.membershipCitations)),
    ...notes<Zone>(),
    ...both<Zone>('planned', '其中属建设目标的（服务与条件、平台、园区）', 'Of these, planned (services and conditions, platforms, parks)', (zone) =>
      words.standing(zone, 'planned')
    ),
    ...both<Zone>('named_only', '其中仅点名的', 'Of these, named only', (zone) => words.standing(zone, 'named')),
    ...both<Zone>(
      'unit_group',
      '成员按哪一组列入（文件只写组名，名单在外部资料）',
      'Group that the members belong to (named by the document, listed elsewhere)',
      (zone) => words.group(zone.unitGroup)
    ),
    ...both<Zone>('former_names', '文件写的是旧区划名称的成员', 'Members that the document names by an area’s former name', ({ formerNames }) =>
      words.former(formerNames)
    ),
    ...both<Zone>('place', '片区即这一处地点', 'The one place that the zone is', ({ place }) => (place ? words.list('place', [place]) : undefined))
  ];

  const targets: Column<Target>[] = [
    ...id<Target>(),
    ...source<Target>(),
    ...plain<Target>('scope_level', '范围层级', 'Level of the scope', ({ scope }) => scope.level),
    ...both<Target>('scope', '范围', 'Scope', ({ scope }) => words.list('unit', scope.adcodes)),
    ...both<Target>('scope_zones', '所属片区（合计数涉及多个片区）', 'Zones it covers (several = a joint figure)', ({ scope }) =>
      words.list('zone', scope.zones ?? (scope.zone ? [scope.zone] : []))
    ),
    ...both<Target>('metric', '指标', 'Metric', ({ metric }) => metric),
    ...both<Target>('operator', '与数值的关系', 'Relation of the target to the value', ({ operator }) => OPERATORS[operator]),
    ...plain<Target>('value', '数值', 'Value', ({ value }) => value),
    ...plain<Target>('upper', '区间上限', 'Upper end of a range', ({ upper }) => upper),
    ...both<Target>('unit', '单位', 'Unit', ({ unit }) => words.measure(unit)),
    ...plain<Target>('year', '期限（年）', 'Deadline, year', ({ year }) => year),
    ...plain<Target>('year_inherited', '期限是否取自上文', 'Whether the deadline comes from a heading', ({ yearInherited }) => yes(yearInherited)),
    ...both<Target>('counting', '计数方式', 'Counting method', ({ counting }) => word('counting', counting)),
    ...plain<Target>('wording', '原文的数量用语', 'The document’s own quantity words', ({ wording }) => wording),
    ...both<Target>('commitment', '语气', 'Commitment', ({ commitment }) => word('commitment', commitment)),
    ...both<Target>('baseline', '基准', 'Baseline', ({ baseline }) => baseline),
    ...plain<Target>('part_of', '包含于（不可相加）', 'Part of (never add up)', ({ partOf }) => partOf),
    ...plain<Target>('same_as', '很可能与此目标相同', 'Probably the same target as', ({ sameAs }) => sameAs),
    ...both<Target>('citation', '出处', 'Source', ({ citation }) => words.citations([citation])),
    ...notes<Target>(),
    ...plain<Target>('fraction', '原文的分数', 'Fraction as printed', ({ fraction }) => fraction)
  ];

  const places: Column<Place>[] = [
    ...id<Place>(),
    ...both<Place>('name', '名称', 'Name', ({ name }) => name),
    ...both<Place>('kind', '类别', 'Kind', ({ kind }) => word('kind', kind)),
    ...plain<Place>('adcode', '所在区划代码', 'Code of its unit', ({ adcode }) => adcode),
    ...both<Place>('unit', '所在区划', 'Its unit', ({ adcode }) => words.list('unit', [adcode])),
    ...plain<Place>('lon', '经度，WGS 84', 'Longitude, WGS 84', ({ lon }) => lon ?? undefined),
    ...plain<Place>('lat', '纬度，WGS 84', 'Latitude, WGS 84', ({ lat }) => lat ?? undefined),
    ...both<Place>('precision', '位置精度', 'Precision of the position', ({ precision }) => word('precision', precision)),
    ...both<Place>('basis', '位置依据', 'Source of the position', ({ basis }) => basis),
    ...plain<Place>('printed_as', '文件中的写法', 'As printed in the documents', ({ mentions }) =>
      [...new Set(mentions.map(({ namedAs }) => namedAs))].join('；')
    ),
    ...both<Place>('citations', '出处', 'Source', ({ citations }) => words.citations(citations)),
    ...notes<Place>()
  ];

  type Offer = { incentive: Incentive; tier: Incentive['tiers'][number] | undefined; document: string };
  const offers: Offer[] = facts.incentives.flatMap((incentive): Offer[] =>
    (incentive.tiers.length > 0 ? incentive.tiers : [undefined]).map((tier) => ({ incentive, tier, document: incentive.document }))
  );
  const incentives: Column<Offer>[] = [
    ...plain<Offer>('id', '编号，固定不变', 'Stable ID', ({ incentive }) => incentive.id),
    ...source<Offer>(),
    ...plain<Offer>('valid_from', '文件施行日期', 'Document in force from', ({ incentive }) => incentive.validFrom),
    ...plain<Offer>('valid_to', '文件有效期至', 'Document valid until', ({ incentive }) => incentive.validTo),
    ...both<Offer>('name', '名称', 'Name', ({ incentive }) => incentive.name),
    ...plain<Offer>('kind', '类别', 'Kind', ({ incentive }) => incentive.kind),
    ...both<Offer>('audience', '对象', 'Who it is for', ({ incentive }) => incentive.audience),
    ...both<Offer>('conditions', '条件', 'Conditions', ({ incentive: { conditions: list } }) =>
      list.length > 0 ? { zh: list.map(({ zh }) => zh).join('；'), en: list.map(({ en }) => en).join('; ') } : undefined
    ),
    ...both<Offer>('base', '比例的计算基数', 'What a rate applies to', ({ incentive }) => incentive.base),
    ...both<Offer>('case', '档次', 'Case', ({ tier }) => tier?.label),
    ...plain<Offer>('rate', '比例（0—1）', 'Rate, 0–1', ({ tier }) => tier?.rate),
    ...plain<Offer>('cap', '上限', 'Cap', ({ tier }) => tier?.cap?.value),
    ...plain<Offer>('amount', '定额', 'Fixed amount', ({ tier }) => tier?.amount?.value),
    ...both<Offer>('money_unit', '上限或定额的单位', 'Unit of cap or amount', ({ tier }) => words.measure(tier?.cap?.unit ?? tier?.amount?.unit)),
    ...both<Offer>('per', '按', 'Per', ({ tier }) => tier?.per),
    ...plain<Offer>('annual_cap', '年度上限', 'Yearly cap', ({ incentive }) => incentive.annualCap?.value),
    ...both<Offer>('annual_cap_unit', '年度上限的单位', 'Unit of the yearly cap', ({ incentive }) => words.measure(incentive.annualCap?.unit)),
    ...both<Offer>('stacking', '叠加规则', 'Overlap with other support', ({ incentive }) => incentive.stacking),
    ...both<Offer>('unquantified', '文件没有写金额时，由谁确定', 'Where no amount is printed: who sets it', ({ incentive }) => incentive.unquantified),
    ...both<Offer>('citation', '出处', 'Source', ({ incentive }) => words.citations([incentive])),
    ...both<Offer>('notes', '说明', 'Notes', ({ incentive, tier }) => words.notes([...incentive.notes, ...(tier?.notes ?? [])]))
  ];

  return [
    makeTable('zones', { zh: '片区', en: 'Zones' }, facts.zones, zones),
    makeTable('targets', { zh: '目标', en: 'Targets' }, facts.targets, targets),
    makeTable('places', { zh: '地点', en: 'Places' }, facts.places, places),
    makeTable('incentives', { zh: '扶持条款', en: 'Support measures' }, offers, incentives),
    makeTable('documents', { zh: '文件', en: 'Documents' }, facts.documents, documents)
  ];
}
