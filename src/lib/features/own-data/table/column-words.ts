import type { ColumnRole } from './guess';

/** Words that office spreadsheets and open data head their columns with. The first pattern that fits counts. Ours. */
export const COLUMN_WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['lonlat', /^(?:经纬度(?:坐标)?|(?:位置|地理|项目|企业)?坐标(?:点|位置)?|lng[_ ,]?lat|lon[_ ,]?lat|location|coord(?:inate)?s?|point|geom(?:etry)?|wkt)$/i],
  ['latlon', /^(?:纬经度|lat[_ ,]?l(?:ng|on))$/i],
  ['lon', /经度|东经|^(?:\w+[_ .])?(?:lng|lon|long|longitude|longitud|x)(?:[_ .]?(?:wgs84|wgs|gcj02|gcj|bd09|bd|coord|deg))?$|^x坐标$|^坐标x$|^(?:point)?x$/i],
  ['lat', /纬度|北纬|^(?:\w+[_ .])?(?:lat|latitude|latitud|y)(?:[_ .]?(?:wgs84|wgs|gcj02|gcj|bd09|bd|coord|deg))?$|^y坐标$|^坐标y$|^(?:point)?y$/i],
  ['adcode', /^(?:adcode|ad_code|区划代码|行政区划代?码|行政区划?编码|(?:区县|县区|地区|county|district)[_ ]?(?:代码|编码|code)|gb(?:code)?)$/i],
  ['date', /日期|时间|年月|^date$|[_ ]date$|^day$|^time$/i],
  [
    'district',
    /区县|县区|县[（(]?市[、，,]?区|区[（(]?县|县市|市辖区|行政区|所在区|所属区|属地|辖区|^(?:所在|所属)?(?:区|县|地区|区域)$|^(?:county|district)(?:[_ ]?name)?$|^region$|^area name$/i
  ],
  ['address', /地址|住所|坐落|^(?:所在地|地点|详细位置)$|^(?:street[_ ]?)?address$|[_ ]address$/i],
  ['province', /^(?:所在|所属)?省(?:份|市|级|区|市区)?(?:名称?)?$|^province(?:[_ ]?name)?$/i],
  ['city', /地市|城市|设区市|地级市|所在市|所属市|^市$|^(?:city|prefecture)(?:[_ ]?name)?$/i],
  ['place', /园区|平台|产业园|开发区|^(?:park|zone|site|place)(?:[_ ]?name)?$/i],
  ['name', /名称|企业|公司|单位名|项目名|地块|^名字?$|^(?:name|company|enterprise|title|firm|organi[sz]ation|project|parcel)(?:[_ ]?name)?$/i],
  ['text', /序号|编号|代码|电话|手机|邮编|证号|信用|^(?:id|no\.?|code|phone|tel|zip|fid|gid|objectid)$|[_ ]id$/i],
  ['number', /产值|营收|收入|利润|投资|面积|人数|员工|数量|金额|税|亩|万元|亿元|output|revenue|sales|invest|staff|employees|count|amount|value/i]
];

/** The role that a header's words speak for. */
export const roleOfWords = (header: string): ColumnRole | undefined => {
  // units in brackets say nothing of the role: 经度（°）, 产值(亿元)
  const bare = header.replace(/[（([【].*?[）)\]】]/g, '').trim();
  return COLUMN_WORDS.find(([, pattern]) => pattern.test(bare) || pattern.test(header.trim()))?.[0];
};

/** A datum that a header or file name gives away. */
export const DATUM_WORDS: readonly (readonly ['wgs84' | 'gcj02' | 'bd09', RegExp])[] = [
  ['bd09', /bd-?09|百度|baidu|(?:^|_)bd_?(?:lng|lat|lon)/i],
  ['gcj02', /gcj-?02|高德|腾讯|火星|amap|autonavi|(?:^|_)gcj_?(?:lng|lat|lon)/i],
  ['wgs84', /wgs-?84|gps|北斗|cgcs ?2000|国家2000/i]
];
