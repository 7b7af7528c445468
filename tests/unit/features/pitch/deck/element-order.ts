/*
 * The order in which elements that a deck has may stand in each other, after the schemas of ECMA-376 (parts 1 and 4): pml, dml-main, dml-chart.
 * “a|b” is one of them, “a*” any number; what an element may hold and no deck of ours has is left out. Elements that are not listed have no
 * children, or such as may stand in any order.
 */

const FILL = 'a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill';
const RUN = ['a:ln', FILL, 'a:effectLst', 'a:highlight', 'a:uFill', 'a:latin', 'a:ea', 'a:cs', 'a:sym', 'a:hlinkClick', 'a:extLst'];
const PARAGRAPH = [
  ...['a:lnSpc', 'a:spcBef', 'a:spcAft', 'a:buClrTx|a:buClr', 'a:buSzTx|a:buSzPct|a:buSzPts', 'a:buFontTx|a:buFont'],
  ...['a:buNone|a:buAutoNum|a:buChar|a:buBlip', 'a:tabLst', 'a:defRPr', 'a:extLst']
];
const LINE = [FILL, 'a:prstDash|a:custDash', 'a:round|a:bevel|a:miter', 'a:headEnd', 'a:tailEnd', 'a:extLst'];
const SHAPE = ['a:xfrm', 'a:custGeom|a:prstGeom', FILL, 'a:ln', 'a:effectLst|a:effectDag', 'a:scene3d', 'a:sp3d', 'a:extLst'];
const TEXT = ['a:bodyPr', 'a:lstStyle', 'a:p*'];
const AXIS = [
  ...['c:axId', 'c:scaling', 'c:delete', 'c:axPos', 'c:majorGridlines', 'c:minorGridlines', 'c:title', 'c:numFmt', 'c:majorTickMark', 'c:minorTickMark'],
  ...['c:tickLblPos', 'c:spPr', 'c:txPr', 'c:crossAx', 'c:crosses|c:crossesAt']
];
const LABELS = [
  ...['c:numFmt', 'c:spPr', 'c:txPr', 'c:dLblPos', 'c:showLegendKey', 'c:showVal', 'c:showCatName', 'c:showSerName', 'c:showPercent', 'c:showBubbleSize'],
  ...['c:separator', 'c:showLeaderLines', 'c:leaderLines', 'c:extLst']
];
const LEVELS = Array.from({ length: 9 }, (_, i) => `a:lvl${i + 1}pPr`);
const STYLES = ['a:defPPr', ...LEVELS, 'a:extLst'];

export const ORDER: Readonly<Record<string, readonly string[]>> = {
  'p:presentation': ['p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:handoutMasterIdLst', 'p:sldIdLst', 'p:sldSz', 'p:notesSz', 'p:defaultTextStyle', 'p:extLst'],
  'p:sldMaster': ['p:cSld', 'p:clrMap', 'p:sldLayoutIdLst', 'p:transition', 'p:timing', 'p:hf', 'p:txStyles', 'p:extLst'],
  'p:sldLayout': ['p:cSld', 'p:clrMapOvr', 'p:transition', 'p:timing', 'p:hf', 'p:extLst'],
  'p:sld': ['p:cSld', 'p:clrMapOvr', 'p:transition', 'p:timing', 'p:extLst'],
  'p:notes': ['p:cSld', 'p:clrMapOvr', 'p:extLst'],
  'p:notesMaster': ['p:cSld', 'p:clrMap', 'p:hf', 'p:notesStyle', 'p:extLst'],
  'p:txStyles': ['p:titleStyle', 'p:bodyStyle', 'p:otherStyle'],
  'p:titleStyle': STYLES,
  'p:bodyStyle': STYLES,
  'p:otherStyle': STYLES,
  'p:notesStyle': STYLES,
  'p:defaultTextStyle': STYLES,
  'a:lstStyle': STYLES,
  'p:cSld': ['p:bg', 'p:spTree', 'p:extLst'],
  'p:bg': ['p:bgPr|p:bgRef'],
  'p:bgPr': [FILL, 'a:effectLst', 'a:extLst'],
  'p:spTree': ['p:nvGrpSpPr', 'p:grpSpPr', 'p:sp|p:graphicFrame|p:cxnSp|p:pic|p:grpSp*', 'p:extLst'],
  'p:nvGrpSpPr': ['p:cNvPr', 'p:cNvGrpSpPr', 'p:nvPr'],
  'p:sp': ['p:nvSpPr', 'p:spPr', 'p:style', 'p:txBody', 'p:extLst'],
  'p:nvSpPr': ['p:cNvPr', 'p:cNvSpPr', 'p:nvPr'],
  'p:cNvSpPr': ['a:spLocks', 'a:extLst'],
  'p:nvPr': ['p:ph', 'p:extLst'],
  'p:spPr': SHAPE,
  'c:spPr': SHAPE,
  'p:pic': ['p:nvPicPr', 'p:blipFill', 'p:spPr', 'p:style', 'p:extLst'],
  'p:nvPicPr': ['p:cNvPr', 'p:cNvPicPr', 'p:nvPr'],
  'p:blipFill': ['a:blip', 'a:srcRect', 'a:tile|a:stretch'],
  'p:graphicFrame': ['p:nvGraphicFramePr', 'p:xfrm', 'a:graphic', 'p:extLst'],
  'p:nvGraphicFramePr': ['p:cNvPr', 'p:cNvGraphicFramePr', 'p:nvPr'],
  'p:xfrm': ['a:off', 'a:ext'],
  'a:xfrm': ['a:off', 'a:ext', 'a:chOff', 'a:chExt'],
  'a:prstGeom': ['a:avLst'],
  'p:txBody': TEXT,
  'a:txBody': TEXT,
  'c:txPr': TEXT,
  'c:rich': TEXT,
  'a:p': ['a:pPr', 'a:r|a:br|a:fld*', 'a:endParaRPr'],
  'a:r': ['a:rPr', 'a:t'],
  'a:fld': ['a:rPr', 'a:pPr', 'a:t'],
  'a:pPr': PARAGRAPH,
  'a:defPPr': PARAGRAPH,
  ...Object.fromEntries(LEVELS.map((level) => [level, PARAGRAPH])),
  'a:rPr': RUN,
  'a:defRPr': RUN,
  'a:endParaRPr': RUN,
  'a:bodyPr': ['a:prstTxWarp', 'a:noAutofit|a:normAutofit|a:spAutoFit', 'a:extLst'],
  ...Object.fromEntries(['a:ln', 'a:lnL', 'a:lnR', 'a:lnT', 'a:lnB'].map((line) => [line, LINE])),
  'a:tbl': ['a:tblPr', 'a:tblGrid', 'a:tr*'],
  'a:tr': ['a:tc*', 'a:extLst'],
  'a:tc': ['a:txBody', 'a:tcPr', 'a:extLst'],
  'a:tcPr': ['a:lnL', 'a:lnR', 'a:lnT', 'a:lnB', FILL, 'a:extLst'],
  'a:theme': ['a:themeElements', 'a:objectDefaults', 'a:extraClrSchemeLst', 'a:extLst'],
  'a:themeElements': ['a:clrScheme', 'a:fontScheme', 'a:fmtScheme', 'a:extLst'],
  'a:clrScheme': [...['dk1', 'lt1', 'dk2', 'lt2'], ...[1, 2, 3, 4, 5, 6].map((i) => `accent${i}`), 'hlink', 'folHlink'].map((name) => `a:${name}`),
  'a:majorFont': ['a:latin', 'a:ea', 'a:cs', 'a:font*'],
  'a:minorFont': ['a:latin', 'a:ea', 'a:cs', 'a:font*'],
  'c:chartSpace': [
    ...['c:date1904', 'c:lang', 'c:roundedCorners', 'mc:AlternateContent', 'c:style', 'c:clrMapOvr', 'c:chart', 'c:spPr', 'c:txPr', 'c:externalData'],
    ...['c:printSettings', 'c:extLst']
  ],
  'c:chart': ['c:title', 'c:autoTitleDeleted', 'c:view3D', 'c:plotArea', 'c:legend', 'c:plotVisOnly', 'c:dispBlanksAs', 'c:extLst'],
  'c:plotArea': ['c:layout', 'c:barChart*', 'c:valAx|c:catAx|c:dateAx|c:serAx*', 'c:dTable', 'c:spPr', 'c:extLst'],
  'c:barChart': ['c:barDir', 'c:grouping', 'c:varyColors', 'c:ser*', 'c:dLbls', 'c:gapWidth', 'c:overlap', 'c:serLines', 'c:axId*', 'c:extLst'],
  'c:ser': ['c:idx', 'c:order', 'c:tx', 'c:spPr', 'c:invertIfNegative', 'c:dPt*', 'c:dLbls', 'c:cat', 'c:val', 'c:shape', 'c:extLst'],
  'c:dPt': ['c:idx', 'c:invertIfNegative', 'c:marker', 'c:bubble3D', 'c:explosion', 'c:spPr'],
  'c:dLbls': ['c:dLbl*', 'c:delete', ...LABELS],
  'c:catAx': [...AXIS, 'c:auto', 'c:lblAlgn', 'c:lblOffset', 'c:tickLblSkip', 'c:tickMarkSkip', 'c:noMultiLvlLbl', 'c:extLst'],
  'c:valAx': [...AXIS, 'c:crossBetween', 'c:majorUnit', 'c:minorUnit', 'c:dispUnits', 'c:extLst'],
  'c:scaling': ['c:logBase', 'c:orientation', 'c:max', 'c:min'],
  'c:strRef': ['c:f', 'c:strCache'],
  'c:numRef': ['c:f', 'c:numCache'],
  'c:strCache': ['c:ptCount', 'c:pt*'],
  'c:numCache': ['c:formatCode', 'c:ptCount', 'c:pt*']
};

export type Element = { name: string; attributes: Readonly<Record<string, string>>; children: Element[]; text: string };

/** A part's XML as a tree. @throws Error where it is not well-formed */
export function treeOf(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [whole, close, name = '', rest = '', empty, text] of xml.matchAll(/<(\/?)([A-Za-z][\w:]*)((?:[^>"]|"[^"]*")*?)(\/?)>|([^<]+)/g)) {
    const top = open.at(-1);
    if (!top) throw new Error(`closed too often: ${whole}`);
    if (text !== undefined) top.text += text;
    else if (close) {
      if (open.pop()?.name !== name) throw new Error(`${name} closes ${top.name}`);
    } else {
      const attributes = [...rest.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, value] as const);
      if (new Set(attributes.map(([key]) => key)).size < attributes.length) throw new Error(`an attribute twice: ${whole}`);
      const element: Element = { name, attributes: Object.fromEntries(attributes), children: [], text: '' };
      top.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`not closed: ${open.at(-1)?.name}`);
  return root;
}

export const allOf = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)]);

/** Elements that stand where the schemas do not let them. */
export function disorder(element: Element, where = ''): string[] {
  const path = `${where}/${element.name}`;
  const rules = ORDER[element.name];
  const found: string[] = [];
  if (rules) {
    let [at, used] = [0, 0];
    for (const { name } of element.children) {
      const next = rules.findIndex((rule, i) => i >= at && rule.replace('*', '').split('|').includes(name) && (i > at || used === 0 || rule.endsWith('*')));
      if (next < 0) {
        found.push(`${path}: ${name} after ${rules[at] ?? 'nothing'}`);
        continue;
      }
      used = next === at ? used + 1 : 1;
      at = next;
    }
  }
  return [...found, ...element.children.flatMap((child) => disorder(child, path))];
}
