import { targetsPage } from '#lib/features/targets/page';

export const load = () => targetsPage();
