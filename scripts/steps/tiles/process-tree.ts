import { readFileSync } from 'node:fs';

/** What a process and all that it started use. Read from Linux's /proc; zeros elsewhere. */
export type Usage = Readonly<{
  /** resident bytes, shared pages counted once */
  memory: number;
  /** seconds of processor time, with those of processes that have ended */
  processor: number;
}>;

const CLOCK_TICKS = 100;

export function usageOf(pid: number): Usage {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    // the name in brackets may hold spaces: count fields after it; 12 to 15 are the process's own times and its ended children's
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    const own: Usage = { memory: Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) * 1024, processor: ticks / CLOCK_TICKS };
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean);
    return children
      .map((child) => usageOf(Number(child)))
      .reduce((sum, { memory, processor }) => ({ memory: sum.memory + memory, processor: sum.processor + processor }), own);
  } catch {
    return { memory: 0, processor: 0 };
  }
}
