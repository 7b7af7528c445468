import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AdminUnit, Place } from '#lib/schema/atlas';
import type { FormerUnit, OtherNames } from '#lib/schema/names';
import { indexNames } from '#lib/features/own-data/table/place-names';
import type { Named } from '#lib/features/own-data/table/place-names';

/* What tables call districts, read with the names of the built data. */

const load = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../../static/data/v1/${name}.json`, import.meta.url), 'utf8')) as T;
const names = indexNames({
  units: load<AdminUnit[]>('admin'),
  places: load<Place[]>('places'),
  former: load<FormerUnit[]>('boundaries/former'),
  other: load<OtherNames>('boundaries/names')
});

const said = (named: Named): string => {
  if (named.kind === 'unit') return named.unit.name.zh;
  return 'candidates' in named ? `? ${named.candidates.map(({ name }) => name.zh).join(' ')}` : named.kind;
};

describe('a cell in a column of districts', () => {
  it.each([
    ['西湖区', '西湖区'],
    ['浙江杭州余杭', '余杭区'],
    ['浙江省 杭州市 西湖区', '西湖区'],
    ['浙江省/杭州市/西湖区', '西湖区'],
    ['浙江-杭州-滨江', '滨江区'],
    ['杭州市（余杭区）', '余杭区'],
    ['西湖区（含风景名胜区）', '西湖区'],
    ['（杭州）西湖区', '西湖区'],
    ['杭州市本级', '杭州市'],
    ['杭州市区', '杭州市'],
    ['景宁县', '景宁畲族自治县'],
    ['普陀', '普陀区'],
    ['舟山普陀', '普陀区'],
    ['西湖区、滨江区', '? 西湖区 滨江区'],
    ['西湖区和滨江区', '? 西湖区 滨江区'],
    ['上城、拱墅、西湖', '? 上城区 拱墅区 西湖区'],
    ['义乌市; 东阳市', '? 义乌市 东阳市'],
    // another province
    ['上海普陀', 'elsewhere'],
    ['上海市普陀区', 'elsewhere'],
    ['普陀区（上海）', 'elsewhere'],
    ['南昌市西湖区', 'elsewhere'],
    ['江西南昌西湖区', 'elsewhere'],
    ['长沙', 'elsewhere'],
    ['朝阳区', 'elsewhere'],
    ['苏州工业园区', 'elsewhere'],
    ['闸北区', 'elsewhere'],
    ['台湾省', 'elsewhere'],
    ['Xihu District, Nanchang, Jiangxi', 'elsewhere'],
    ['Putuo District, Shanghai', 'elsewhere'],
    // a city of the region with a district of another one
    ['嘉兴市西湖区', 'unknown'],
    ['不详', 'unknown'],
    ['杭州某某有限公司', 'unknown'],
    ['上海路', 'unknown']
  ])('%s: %s', (text, expected) => expect(said(names.unit(text))).toBe(expected));
});

describe('a name of earlier years', () => {
  it.each([
    ['富阳市', '富阳区'],
    ['临安市', '临安区'],
    ['上虞市', '上虞区'],
    ['绍兴县', '柯桥区'],
    ['奉化市', '奉化区'],
    ['洞头县', '洞头区'],
    ['萧山市', '萧山区'],
    ['余杭市', '余杭区'],
    ['玉环县', '玉环市'],
    ['鄞县', '鄞州区'],
    ['衢县', '衢江区'],
    ['江东区', '鄞州区'],
    ['宁波市江东区', '鄞州区'],
    ['秀城区', '南湖区'],
    ['下城区', '拱墅区'],
    ['杭州下城', '拱墅区'],
    ['330183', '富阳区'],
    ['332522', '青田县'],
    ['海宁县', '海宁市'],
    ['江干区', '? 上城区 钱塘区'],
    ['杭州市江干区', '? 上城区 钱塘区'],
    ['金华县', '? 婺城区 金东区'],
    ['江干区九堡街道', '上城区'],
    ['江干区下沙街道', '钱塘区'],
    ['杭州市余杭区塘栖镇', '临平区'],
    ['余杭区余杭街道', '余杭区'],
    ['萧山区义蓬街道', '钱塘区'],
    ['绍兴县孙端镇', '越城区'],
    ['苍南县龙港镇', '龙港市'],
    ['鄞州区古林镇', '海曙区']
  ])('%s: %s', (text, expected) => expect(said(names.unit(text))).toBe(expected));
});

describe('a development zone', () => {
  it.each([
    ['钱塘新区', '钱塘区'],
    ['杭州钱塘新区', '钱塘区'],
    ['杭州经济技术开发区', '钱塘区'],
    ['杭州市经济技术开发区', '钱塘区'],
    ['杭州经开区', '钱塘区'],
    ['杭州高新区（滨江）', '滨江区'],
    ['余杭经济技术开发区', '临平区'],
    ['义乌经济技术开发区', '义乌市'],
    ['宁波杭州湾新区', '慈溪市'],
    ['嘉兴经济技术开发区', '? 南湖区 秀洲区'],
    ['舟山群岛新区', '舟山市'],
    ['未来科技城', '余杭区']
  ])('%s: %s', (text, expected) => expect(said(names.unit(text))).toBe(expected));
});

describe('an address', () => {
  it.each([
    ['浙江省杭州市西湖区某某路1号', '西湖区'],
    ['杭州市西湖区文三路1号', '西湖区'],
    ['杭州滨江区江南大道3888号', '滨江区'],
    ['杭州西湖天目山路12号', '西湖区'],
    ['杭州西湖文化广场29号', '杭州市'],
    ['杭州市海宁路5号', '杭州市'],
    ['浙江省杭州市余杭区五常街道文一西路998号5幢（上海大厦）', '余杭区'],
    ['310012 浙江省杭州市西湖区文三路', '西湖区'],
    ['地址：浙江省宁波市北仑区梅山街道', '北仑区'],
    ['中国（浙江）自由贸易试验区杭州市滨江区长河街道', '滨江区'],
    ['中国（上海）自由贸易试验区临港新片区', 'elsewhere'],
    ['中国浙江省金华市义乌市福田街道', '义乌市'],
    ['杭州市白杨街道6号大街', '钱塘区'],
    ['杭州市余杭区临平街道迎宾路', '临平区'],
    ['杭州市江干区凯旋路', '? 上城区 钱塘区'],
    ['浙江省杭州经济技术开发区白杨街道6号', '钱塘区'],
    ['江苏省南京市鼓楼区浙江路9号', 'elsewhere'],
    ['上海市浦东新区张江高科技园区', 'elsewhere'],
    ['杭州市西湖区文三路1号；滨江区江南大道2号', '? 西湖区 滨江区'],
    ['临海市古城街道杭州路', '临海市'],
    ['No. 1 Wensan Road, Xihu District, Hangzhou, Zhejiang, China', '西湖区'],
    ['No. 9 Zhongshan Road, Xihu District, Nanchang', 'elsewhere'],
    ['文三路1号', 'unknown']
  ])('%s: %s', (text, expected) => expect(said(names.address(text))).toBe(expected));
});

describe('what the row says beside it', () => {
  it.each([
    ['普陀区', ['上海市'], 'elsewhere'],
    ['西湖区', ['江西省'], 'elsewhere'],
    ['西湖区', ['江西省', '南昌市'], 'elsewhere'],
    ['江北区', ['重庆市'], 'elsewhere'],
    ['江北区', ['浙江省', '宁波市'], '江北区'],
    ['余杭', ['浙江', '杭州'], '余杭区'],
    ['西湖区', ['浙江省', '嘉兴市'], 'unknown'],
    ['西湖区文三路', ['浙江省杭州市'], '西湖区'],
    ['江东区', ['', '宁波市'], '鄞州区']
  ])('%s in %j: %s', (text, above, expected) => expect(said(names.unit(text, above))).toBe(expected));
});
