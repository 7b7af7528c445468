import { supportPage } from '#lib/features/support/page';

export const load = () => supportPage();
