import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { policyInOrder } from '#lib/atlas/document-time';
import type { PolicyDocument } from '#lib/schema/atlas';

/* Two of the documents carry no date: their place in time rests on the years that the pack puts them at. */
it('puts the policy documents in the order of time', () => {
  const documents = JSON.parse(readFileSync('static/data/v1/documents.json', 'utf8')) as PolicyDocument[];
  expect(policyInOrder(documents).map(({ id }) => id)).toEqual(['zj-pharma-innovation', 'zj-life-health-draft', 'hz-2021-39', 'zj-2022-2024', 'hz-2024-2026']);
});
