import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer } from './area';

/** Something that must not happen, with all that is needed to see it again. */
export type Finding = Readonly<{ index: number; what: string; input: string }>;
/** `outcomes` add up to `cases`; `slowestMs` is processor time. */
export type AreaResult = Readonly<{ cases: number; outcomes: Readonly<Record<string, number>>; findings: readonly Finding[]; slowestMs: number; ms: number }>;

/** A case that takes more processor time is a finding: readers would take the page for dead. */
export const LONGEST_MS = 5000;
/** Without an answer for so long a case hangs; other work on the machine may take the rest of the time. */
const PATIENCE_MS = 6 * LONGEST_MS;

function start(area: string, seed: number): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), [area, String(seed)], {
    execArgv: ['--import', 'tsx', '--max-old-space-size=1500'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc']
  });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', (code) => reject(new Error(`${area}: could not be started (${code})`)));
  });
}

/** One case; a child that hangs or dies is replaced by the caller. */
function ask(child: ChildProcess, index: number): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(answer);
    };
    const failed = (outcome: string, what: string) => settle({ outcome, complaints: [what], input: '', cpu: 0 });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      failed('hung', `no answer after ${PATIENCE_MS / 1000} s`);
    }, PATIENCE_MS);
    child.once('message', (answer: Answer) => {
      const slow = answer.cpu > LONGEST_MS ? [`took ${(answer.cpu / 1000).toFixed(1)} s of processor time`] : [];
      settle({ ...answer, complaints: [...answer.complaints, ...slow] });
    });
    child.once('exit', (code, signal) => failed('crashed', `the process ended: ${code ?? signal}`));
    child.send(index);
  });
}

/**
 * Run cases `from` … `from + cases` of one kind of fuzzing in a process of their own.
 * @param onProgress after every case
 */
export async function runArea(area: string, cases: number, seed: number, from = 0, onProgress?: (done: number) => void): Promise<AreaResult> {
  const outcomes: Record<string, number> = {};
  const findings: Finding[] = [];
  const started = performance.now();
  let slowestMs = 0;
  let child = await start(area, seed);
  try {
    for (let index = from; index < from + cases; index++) {
      const { outcome, complaints, input, cpu } = await ask(child, index);
      slowestMs = Math.max(slowestMs, cpu);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      for (const what of complaints) findings.push({ index, what, input: input.length > 300 ? `${input.slice(0, 300)}… (${input.length})` : input });
      if (outcome === 'hung' || outcome === 'crashed') child = await start(area, seed);
      onProgress?.(index - from + 1);
    }
  } finally {
    child.kill();
  }
  return { cases, outcomes, findings, slowestMs, ms: performance.now() - started };
}
