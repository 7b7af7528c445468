import { pitchPage } from '#lib/features/pitch/page';

export const load = pitchPage;
