import type { Target } from '#lib/schema/atlas';

/** A target of a made-up city plan; give what matters to the test. */
export function makeTarget(given: Partial<Target> & { id: string }): Target {
  return {
    document: 'plan',
    scope: { level: 'city', adcodes: ['330100'] },
    metric: { zh: `指标${given.id}`, en: `Metric ${given.id}` },
    family: 'output',
    operator: '>=',
    value: 100,
    unit: 'yi-yuan',
    year: 2026,
    yearInherited: false,
    counting: 'level',
    wording: '达到',
    commitment: 'stated',
    commitmentInherited: false,
    sectors: [],
    citation: { document: 'plan', clause: '一' },
    notes: [],
    ...given
  };
}
