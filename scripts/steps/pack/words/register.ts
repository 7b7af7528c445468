import type { Said } from '../../problem';

/** What is said of the register of documents, and of the words and sectors of single ones. */
export const REGISTER = {
  twice: (id: string): Said => ({ zh: `文件“${id}”登记了两次：去掉一处`, en: `the document "${id}" is in the register twice` }),
  lacks: (id: string): Said => ({ zh: `没有登记“${id}”，而数据包里有这份文件：在 documents 里补上`, en: `the register lacks "${id}", which the pack holds` }),
  unknown: (id: string): Said => ({ zh: `没有文件“${id}”：先在这里登记`, en: `unknown document "${id}": the register must hold it, too` }),
  itself: (id: string): Said => ({ zh: `“${id}”不能与自己有关系`, en: `"${id}" cannot stand in a relation to itself` }),
  relationTwice: (kind: string, to: string): Said => ({ zh: `关系“${kind}”“${to}”写了两次`, en: `"${kind}" "${to}" is there twice` }),
  unexplained: (to: string): Said => ({
    zh: `读“${to}”的人会看到这份文件：写明对它的影响（means）和本身的效力（standing）`,
    en: `readers of "${to}" are told of this document: say what it means for them (means) and what its standing is (standing)`
  }),
  older: (id: string, to: string): Said => ({ zh: `“${id}”早于“${to}”`, en: `"${id}" is older than "${to}"` }),
  noTitle: (id: string): Said => ({ zh: `数据包里没有“${id}”的原文：写 title`, en: `"${id}" is not held: give its title` }),
  unproved: (id: string): Said => ({
    zh: `“${id}”没有依据：写 sources，或写明见于何处（seen）`,
    en: `nothing proves "${id}": give sources, or say in which copies it was seen`
  }),
  held: (id: string): Said => ({
    zh: `“${id}”在数据包里，这一项由它的 document.yaml 写明：这里去掉`,
    en: `"${id}" is held, and its document.yaml says this: leave it out here`
  }),
  published: (published: string, issued: string): Said => ({
    zh: `${published} 发布，早于成文日期 ${issued}`,
    en: `published on ${published}, before it was issued on ${issued}`
  }),
  inForce: (inForce: string, issued: string): Said => ({
    zh: `${inForce} 施行，早于成文日期 ${issued}`,
    en: `in force on ${inForce}, before it was issued on ${issued}`
  }),
  expires: (expires: string): Said => ({ zh: `${expires} 失效，早于施行或成文日期`, en: `expires on ${expires}, before it is in force or issued` }),
  succession: (id: string): Said => ({ zh: `“${id}”排在了自己之后`, en: `"${id}" comes after itself` }),
  namedAlready: (clause: string, sector: string, line: number): Said => ({
    zh: `${clause} 点名“${sector}”，第 ${line} 行已有`,
    en: `${clause} names "${sector}" already on line ${line}`
  }),
  notListed: (clause: string, sector: string, kind: Said, id: string): Said => ({
    zh: `${clause} 点名“${sector}”（见${kind.zh}“${id}”），这张表里没有：补上一行`,
    en: `${clause} names "${sector}" in ${kind.en} "${id}", but not in this list`
  }),
  noPassage: (clause: string, file: string): Said => ({
    zh: `${file} 里找不到条款“${clause}”：用 starts 写明它开头的几个字`,
    en: `clause "${clause}" was not found in ${file}: say what it begins with (starts)`
  }),
  notPrinted: (words: string, file: string): Said => ({ zh: `${file} 里没有“${words}”：照原文写`, en: `“${words}” is not printed in ${file}` }),
  notInClause: (words: string, clauses: string): Said => ({ zh: `条款 ${clauses} 里没有“${words}”`, en: `“${words}” is not printed in clause ${clauses}` }),
  differs: (words: string): Said => ({ zh: `“${words}”与原文在空格或标点上不同`, en: `“${words}” differs from the text in spaces or punctuation` }),
  unwanted: (form: string, instead: string, text: string): Said => ({
    zh: `英文不用“${form}”，写 ${instead}：“${text}”`,
    en: `“${form}” is not to be used (write: ${instead}): “${text}”`
  }),
  chinese: (found: string, text: string): Said => ({
    zh: `英文里括号以外还有中文（${found}）：“${text}”`,
    en: `Chinese is left in the English outside brackets (${found}): “${text}”`
  }),
  apostrophe: (text: string): Said => ({ zh: `英文用了直撇号，写 ’：“${text}”`, en: `a straight apostrophe (write: ’): “${text}”` }),
  term: (zh: string, en: string, text: string): Said => ({ zh: `${zh} 的英文是“${en}”：“${text}”`, en: `${zh} is “${en}” in English: “${text}”` }),
  termTwice: (term: string): Said => ({ zh: `术语 ${term} 列了两次`, en: `the term ${term} is listed twice` })
} as const;
