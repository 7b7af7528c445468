import { readFileSync } from 'node:fs';
import { Descriptions } from '../fields/describe';
import { collectExamples } from './examples';
import { stepFiles } from './steps';
import { fieldTables } from './tables';
import type { Language } from '../problem';

/** The guide for authors by the file that it is written to. */
export const GUIDES: Readonly<Record<Language, string>> = { zh: 'geodata/GUIDE.zh.md', en: 'geodata/GUIDE.en.md' };
const MADE = '<!-- `npm run guide` makes this file from geodata/guide/: change it there. -->';

/**
 * The guides: what people write about (geodata/guide/text.<language>.md), with the files of each step where it says {{step n}}, and a table of every
 * field where it says {{fields}}.
 */
export function writeGuides(): Readonly<Record<Language, string>> {
  const examples = collectExamples();
  const make = (language: Language) => {
    const text = readFileSync(`geodata/guide/text.${language}.md`, 'utf8');
    const filled = text
      .replace(/^\{\{step (\d+)\}\}$/gm, (_, step: string) => stepText(step))
      .replace(/^\{\{fields\}\}$/m, () => fieldTables(language, new Descriptions(), examples));
    return `${MADE}\n\n${filled}`;
  };
  return { zh: make('zh'), en: make('en') };
}

/** The files of a step, each under its name. */
function stepText(step: string): string {
  return stepFiles(step)
    .map(({ name, text }) => `\`${name}\`\n\n\`\`\`${name.endsWith('.yaml') ? 'yaml' : name.endsWith('.csv') ? 'csv' : 'text'}\n${text.trimEnd()}\n\`\`\``)
    .join('\n\n');
}
