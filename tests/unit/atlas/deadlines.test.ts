import { describe, expect, it } from 'vitest';
import { daysAfter, deadlinesOf } from '#lib/atlas/deadlines';
import type { AtlasData } from '#lib/schema/atlas';
import type { Call } from '#lib/schema/calls';

type Data = Pick<AtlasData, 'documents' | 'targets'>;
const data = {
  documents: [
    { id: 'plan', kind: 'policy', status: 'in-force', validTo: '2026-06-30', periodEnd: '2026-12-31' },
    { id: 'draft', kind: 'policy', status: 'draft', periodEnd: '2026-12-31' },
    { id: 'page', kind: 'outside', status: 'reference', validTo: '2026-12-31' }
  ],
  targets: [
    { document: 'plan', year: 2030 },
    { document: 'plan', year: 2026 },
    { document: 'plan', year: 2026 },
    { document: 'plan' },
    { document: 'draft', year: 2026 }
  ]
} as unknown as Data;
const call = { id: 'call', published: '2026-05-06' } as Call;

describe('days on which something ends or falls due', () => {
  it('are those of documents that are or were in force, and of calls, oldest first', () => {
    expect(deadlinesOf(data, [call])).toEqual([
      { id: 'call', day: '2026-05-06', kind: 'call', call: 'call' },
      { id: 'plan-validity', day: '2026-06-30', kind: 'validity', document: 'plan' },
      { id: 'plan-period', day: '2026-12-31', kind: 'period', document: 'plan' },
      { id: 'plan-targets-2026', day: '2026-12-31', kind: 'targets', document: 'plan', count: 2 },
      { id: 'plan-targets-2030', day: '2030-12-31', kind: 'targets', document: 'plan', count: 1 }
    ]);
  });

  it('are days for applications only where a call shows them', () => {
    const kinds = deadlinesOf({ documents: [], targets: [] }, [{ ...call, apply: { from: '2026-05-10', to: '2026-06-10' } }]);
    expect(kinds.map(({ kind, day }) => `${kind} ${day}`)).toEqual(['call 2026-05-06', 'applications-open 2026-05-10', 'applications-close 2026-06-10']);
  });
});

it('counts days over months and leap years', () => {
  expect(daysAfter('2024-02-28', 2)).toBe('2024-03-01');
  expect(daysAfter('2026-12-31', -90)).toBe('2026-10-02');
});
