import type { Said } from '../../problem';

const KIND: Readonly<Record<'money' | 'count' | 'choice', Said>> = {
  money: { zh: '金额', en: 'money' },
  count: { zh: '个数', en: 'count' },
  choice: { zh: '选择', en: 'choice' }
};

/** What is said of what the estimator asks, and of incentives that ask it. */
export const SUPPORT = {
  inputTwice: (id: string): Said => ({ zh: `问题的 id“${id}”用了两次`, en: `the input id "${id}" is used twice` }),
  noInput: (id: string): Said => ({ zh: `support.yaml 里没有问题“${id}”：在那里补上，或写已有的`, en: `support.yaml has no input "${id}"` }),
  otherKind: (id: string, is: keyof typeof KIND, needed: keyof typeof KIND): Said => ({
    zh: `问题“${id}”问的是${KIND[is].zh}，这里要的是${KIND[needed].zh}`,
    en: `the input "${id}" is a ${KIND[is].en}; a ${KIND[needed].en} is needed here`
  }),
  noOption: (id: string, option: string, options: readonly string[]): Said => ({
    zh: `问题“${id}”没有选项“${option}”：写 ${options.join('、')} 之一`,
    en: `the input "${id}" has no option "${option}": write one of ${options.join(', ')}`
  }),
  outside: (): Said => ({
    zh: '外部来源有奖补条款的，document.yaml 里要写效力（standing）和成文日期（issued）',
    en: 'an outside source with incentives needs a standing and the day of issue in its document.yaml'
  }),
  notEarlier: (id: string): Said => ({ zh: `“${id}”不属于更早的文件`, en: `"${id}" is of no earlier document` }),
  fund: (): Said => ({
    zh: '基金出资不是给项目的补助，不参与测算：去掉 baseInput、countInput 和 when',
    en: 'capital for a fund is no subsidy to a project: the estimator asks nothing for it'
  }),
  money: (units: readonly string[], unit: string): Said => ({
    zh: `测算只用 ${units.join('、')}，不用“${unit}”`,
    en: `the estimator counts in ${units.join(' and ')}, not in "${unit}"`
  }),
  exclusive: (id: string, first: string): Said => ({
    zh: `“${id}”与“${first}”互斥，须用相同的 baseInput 和 countInput`,
    en: `"${id}" and "${first}" exclude each other: they must be worked out from the same baseInput and countInput`
  }),
  untold: (note: string): Said => ({
    zh: `注释“${note}”不在这里显示的 notes 中：在 notes 里补上`,
    en: `the note "${note}" is not among the notes that are shown here`
  }),
  tiersAdd: (): Said => ({ zh: '另一种读法要有几档不相加的标准', en: 'a second reading needs several tiers that are not added' }),
  both: (): Said => ({ zh: '另一种读法要有共用 exclusive 的奖补条款', en: 'a second reading needs incentives that share “exclusive”' }),
  capOnce: (): Said => ({ zh: '封顶的另一种读法要有 cap，并有问个数的问题', en: 'a second reading of a cap needs a cap, and an input that counts' }),
  idle: (id: string): Said => ({ zh: `没有奖补条款用到问题“${id}”：去掉它`, en: `no incentive asks for the input "${id}"` }),
  noAnswer: (answer: string, id: string): Said => ({ zh: `“${answer}”不是问题“${id}”的回答`, en: `"${answer}" is no answer to the input "${id}"` })
} as const;
