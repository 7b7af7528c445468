import type { AreaResult } from './run-area';
import { LONGEST_MS } from './run-area';

const ABOUT: Readonly<Record<string, readonly [name: string, must: string]>> = {
  addresses: [
    'URL states',
    'valid addresses of every page, damaged ones and garbage: nothing throws, what a page writes is read back as the same, and whatever is not used is mentioned'
  ],
  packs: [
    'mutated packs',
    'changes of structure, text, bytes and file names: refused with file and rule, or built with every entry, list and text that the files hold'
  ],
  files: [
    'mutated import files',
    'changes of bytes, text, archive parts and names: refused with a reason, or rows kept + rows rejected = rows in the file, and no damaged archive read as something else'
  ]
};

/** What a run found, as Markdown. */
export function writeReport(results: Readonly<Record<string, AreaResult>>, seed: number): string {
  const rows = Object.entries(results).map(([area, { cases, outcomes, findings, slowestMs }]) => {
    const [name = area] = ABOUT[area] ?? [];
    const became = Object.entries(outcomes)
      .sort()
      .map(([outcome, count]) => `${count} ${outcome}`)
      .join(', ');
    return `| ${name} | ${cases} | ${became} | ${slowestMs.toFixed(0)} | ${findings.length} |`;
  });
  const findings = Object.entries(results).flatMap(([area, result]) =>
    result.findings.map(({ index, what, input }) => `- ${area} ${index}: \`${what.replaceAll(/[`\n]/g, ' ')}\` from \`${input.replaceAll(/[`\n]/g, ' ')}\``)
  );
  return `# Hostile input

Written by \`npm run fuzz\`; seed ${seed}, so that everyone gets the same cases.

| input | cases | outcome | slowest, ms of processor time | findings |
| --- | ---: | --- | ---: | ---: |
${rows.join('\n')}

${Object.values(ABOUT)
  .map(([name, must]) => `- **${name}**: ${must}.`)
  .join('\n')}

A finding is anything else, and any case of more than ${LONGEST_MS / 1000} s. ${findings.length === 0 ? 'There is none.' : `There are these:\n\n${findings.join('\n')}`}

A smaller number of the same cases runs with every \`npm test\`.
`;
}
