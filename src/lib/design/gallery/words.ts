/* What the specimens say. A page for builders: its words are in no message file, and about no real place. */

const WORDS = {
  title: { zh: '设计语言', en: 'Design language' },
  lead: {
    zh: '所有页面由这些部件组成。左浅右深；另一种语言在页眉切换。',
    en: 'All pages are made of these parts. Light on the left, dark on the right; the header switches the language.'
  },
  text: { zh: '文字', en: 'Text' },
  heading: { zh: '二级标题：一行说清一件事', en: 'A heading of the second level says one thing' },
  subheading: { zh: '三级标题', en: 'A heading of the third level' },
  paragraph: {
    zh: '正文十五像素，行高一点六；汉字与 Latin 字母、数字 2026 之间留四分之一空，“引号”、（括号）与标点在行首收窄。',
    en: 'Body text is 15 px with a leading of 1.5; “quotation marks” are curly, and figures such as 2026 line up in tables.'
  },
  small: { zh: '次要文字', en: 'Secondary text' },
  faint: { zh: '更弱的文字', en: 'Fainter text' },
  warn: { zh: '提醒', en: 'A caution' },
  bad: { zh: '错误', en: 'An error' },
  ok: { zh: '有效', en: 'In force' },
  save: { zh: '保存', en: 'Save' },
  open: { zh: '打开', en: 'Open' },
  cancel: { zh: '取消', en: 'Cancel' },
  remove: { zh: '删除', en: 'Delete' },
  close: { zh: '关闭', en: 'Close' },
  pressed: { zh: '已选', en: 'Pressed' },
  disabled: { zh: '不可用', en: 'Disabled' },
  link: { zh: '链接', en: 'A link' },
  more: { zh: '更多', en: 'More' },
  name: { zh: '名称', en: 'Name' },
  count: { zh: '数量', en: 'Count' },
  kind: { zh: '类型', en: 'Kind' },
  park: { zh: '园区', en: 'Park' },
  platform: { zh: '平台', en: 'Platform' },
  hint: { zh: '写在这里的话帮助填写。', en: 'A hint helps to fill the field in.' },
  wrong: { zh: '不是数字：请只写数字。', en: 'Not a number: write digits only.' },
  any: { zh: '不限', en: 'Any' },
  choose: { zh: '选择几项', en: 'Choose some' },
  weak: { zh: '仅草案提及', en: 'Named by a draft only' },
  agree: { zh: '也包括草案', en: 'Drafts, too' },
  summary: { zh: '展开看细节', en: 'Details' },
  nothing: { zh: '这里还没有表格', en: 'No table yet' },
  nothingWay: { zh: '拖入一个文件，或者先看示例。', en: 'Drop a file, or look at a sample first.' },
  reading: { zh: '正在读取', en: 'Reading' },
  notice: { zh: '有新版本。', en: 'There is a new version.' },
  caption: { zh: '一张能排序的表', en: 'A table that can be put in order' },
  total: { zh: '合计', en: 'Total' },
  figure: { zh: '到 2026 年的目标', en: 'Target for 2026' },
  dialog: { zh: '一个对话框', en: 'A dialog' },
  first: { zh: '第一', en: 'First' },
  second: { zh: '第二', en: 'Second' },
  section: { zh: '一节', en: 'A section' }
} as const;

/** The word in a language. */
export const word = (name: keyof typeof WORDS, locale: 'zh' | 'en'): string => WORDS[name][locale];
