import { comparePage } from '#lib/features/compare/page';

export const load = comparePage;
