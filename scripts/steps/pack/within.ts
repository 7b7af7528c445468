/** Whether a unit is another or lies in it: codes of prefectures and provinces end in noughts, and what lies in them begins as they do. */
export const isWithin = (code: string, unit: string): boolean => code.startsWith(unit.replace(/(00){1,2}$/, ''));
