import type { Said } from '../../problem';

const number = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What `npm run check:pack` says of its own work. */
export const CHECKING = {
  outlines: (): Said => ({
    zh: '正在准备本区域的界线，只在第一次需要几秒 …',
    en: 'Outlines of the region are made, which takes some seconds the first time …'
  }),
  fine: (pack: string, documents: number, places: number): Said => ({
    zh: `${pack}：${documents} 份文件，${places} 处地点，没有问题`,
    en: `${pack}: ${number(documents, 'document', 'documents')}, ${number(places, 'place', 'places')}, no problems`
  }),
  wrong: (count: number): Said => ({ zh: `${count} 个问题`, en: number(count, 'problem', 'problems') }),
  remark: (): Said => ({ zh: '提示：', en: 'note: ' }),
  watching: (time: string): Said => ({
    zh: `${time} 已检查；保存后自动再查，按 Ctrl+C 结束`,
    en: `Checked at ${time}; checked again after each save, Ctrl+C ends it`
  })
} as const;
