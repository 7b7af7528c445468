import { methodPage } from '#lib/features/method/page';

export const load = methodPage;
