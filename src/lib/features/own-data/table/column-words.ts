import type { ColumnRole } from './guess';

/** Words that office spreadsheets and open data head their columns with. The first pattern that fits counts first. Ours. */
export const COLUMN_WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'lonlat',
    /^(?:(?:\S*)经纬度(?:坐标)?|(?:位置|地理|项目|企业|中心|高德|百度|GPS)?坐标(?:点|位置)?|lng[_ ,/]?lat|lon[_ ,/]?lat|location|coord(?:inate)?s?|point|geom(?:etry)?|wkt)$/i
  ],
  ['latlon', /^(?:纬经度|lat[_ ,/]?l(?:ng|on))$/i],
  ['lon', /经度|东经|^(?:\w+[_ .])?(?:lng|lon|long|longitude|longitud|x)(?:[_ .]?(?:wgs84|wgs|gcj02|gcj|bd09|bd|coord|deg))?$|^x坐标$|^坐标x$|^(?:point)?x$/i],
  ['lat', /纬度|北纬|^(?:\w+[_ .])?(?:lat|latitude|latitud|y)(?:[_ .]?(?:wgs84|wgs|gcj02|gcj|bd09|bd|coord|deg))?$|^y坐标$|^坐标y$|^(?:point)?y$/i],
  ['adcode', /^(?:adcode|ad_code|区划代码|行政区划代?码|行政区划?编码|(?:区县|县区|地区|county|district)[_ ]?(?:代码|编码|code)|gb(?:code)?)$/i],
  // what ends in a word for codes is one, whatever it is the code of: 企业编号, 项目代码, 公司电话
  [
    'text',
    /(?:序号|编号|编码|代码|识别号|税号|证号|证书号|许可证|文号|批号|账号|帐号|卡号|单号|合同号|宗地号|地籍号|地块号|档案号|门牌号|身份证号?|电话|手机|传真|联系方式|邮编|邮政编码|信用码|版本|型号|规格|邮箱|网址)(?:号码|号|码)?$|^(?:id|no\.?|code|phone|mobile|tel|telephone|fax|zip|zip ?code|post ?code|postal code|fid|gid|objectid|version|model|uscc)$|[_ ](?:id|no|code)$/i
  ],
  ['date', /日期|时间|年月|年份$|年度$|^date$|[_ ]date$|^day$|^time$|^(?:\w+[_ ])?year$/i],
  [
    'district',
    /区县|县区|县[（(]?市[、，,]?区|区[（(]?县|县市|市辖区|行政区|所在区|所属区|属地|辖区|^(?:所在|所属)?(?:区|县|地区|区域)$|^(?:county|district)(?:[_ ]?name)?$|^region$|^area name$/i
  ],
  ['address', /地址|住所|坐落|^(?:所在地|地点|详细位置)$|^(?:street[_ ]?)?address$|[_ ]address$/i],
  ['province', /^(?:所在|所属)?省(?:份|市|级|区|市区)?(?:名称?)?$|^province(?:[_ ]?name)?$/i],
  ['city', /地市|城市|设区市|地级市|所在市|所属市|^市$|^(?:city|prefecture)(?:[_ ]?name)?$/i],
  ['place', /园区|平台|产业园|开发区|^(?:park|zone|site|place)(?:[_ ]?name)?$/i],
  [
    'name',
    /名称|全称|简称|(?:企业|公司|单位|机构|项目|主体|地块)名?$|^名字?$|^(?:name|company|enterprise|title|firm|organi[sz]ation|project|parcel)(?:[_ ]?name)?$/i
  ],
  [
    'number',
    /产值|营收|收入|利润|投资|面积|人数|员工|数量|金额|总额|税|亩|万元|亿元|产能|产量|占比|比例|增速|个数|家数|output|revenue|sales|invest|staff|employees|\bcount\b|amount|value/i
  ]
];

// units in brackets say nothing of the role: 经度（°）, 产值(亿元)
const bareOf = (header: string): string => header.replace(/[（([【].*?[）)\]】]/g, '').trim();

/** The roles that a header's words speak for, the likeliest first: 园区面积 is a place by one word, a number by another. */
export const rolesOfWords = (header: string): readonly ColumnRole[] => {
  const bare = bareOf(header);
  return COLUMN_WORDS.filter(([, pattern]) => pattern.test(bare) || pattern.test(header.trim())).map(([role]) => role);
};
/** The role that a header's words speak for first. */
export const roleOfWords = (header: string): ColumnRole | undefined => rolesOfWords(header)[0];

/** Whether a header says that its column is a longitude or latitude and nothing else: x and y may be anything. */
export const namesDegrees = (header: string): boolean => !/^\W*(?:\w+[_ .])?(?:point)?[xy](?:坐标)?\W*$|^坐标[xy]$/i.test(bareOf(header));

/** What is left of a header without its word for longitude or latitude: columns that belong together share it (经度_百度, 纬度_百度). */
export const coordinateStem = (header: string): string =>
  header
    .toLowerCase()
    .replace(/经度|纬度|东经|北纬|longitude|latitude|longitud|latitud|long|lng|lon|lat|(?<![a-z])[xy](?![a-z])|(?<=point)[xy]$/g, '')
    .replace(/[\s_.\-:：（）()]/g, '');

type Word = readonly ['wgs84' | 'gcj02' | 'bd09', RegExp];
/** A datum that the header of a column of coordinates gives away. */
const DATUM_WORDS: readonly Word[] = [
  ['bd09', /bd-?09|百度|baidu|(?:^|_)bd_?(?:lng|lat|lon)|_bd$/i],
  ['gcj02', /gcj-?02|高德|腾讯|火星|amap|autonavi|(?:^|_)gcj_?(?:lng|lat|lon)|_gcj$/i],
  ['wgs84', /wgs|gps|北斗|cgcs ?2000|国家2000|大地2000/i]
];
/** A datum named anywhere else, in a title or a file's name: a company's name alone is none (百度招商名单). */
const NAMED_DATUMS: readonly Word[] = [
  ['bd09', /bd-?09|百度(?:地图)?坐标/i],
  ['gcj02', /gcj-?02|(?:高德|腾讯|火星)(?:地图)?坐标/i],
  ['wgs84', /wgs-?84|gps坐标|cgcs ?2000|国家2000/i]
];
const datumIn = (words: readonly Word[], text: string): Word[0] | undefined => {
  const found = words.filter(([, pattern]) => pattern.test(text));
  // named twice over, it is not known which is meant
  return found.length === 1 ? found[0]?.[0] : undefined;
};

/** The datum that the columns of coordinates name themselves; else the one that is named around the table. */
export const datumOfWords = (columns: readonly string[], around: string): Word[0] | undefined =>
  datumIn(DATUM_WORDS, columns.join(' ')) ?? datumIn(NAMED_DATUMS, around);
/** As `datumOfWords`, of one header. */
export const datumOfHeader = (header: string): Word[0] | undefined => datumIn(DATUM_WORDS, header);
