/** Excel's days since 1899-12-30; 20000–80000 are 1954-10-03 to 2119-01-10. */
const FIRST = 20_000;
const LAST = 80_000;
const DAY = 86_400_000;

/** Whether a number under a date's header can only be an Excel day number (years and yyyymmdd are smaller or larger). */
export const isDayNumber = (value: number): boolean => value >= FIRST && value <= LAST;

/** An Excel day number as an ISO day, with the time of day (to the minute) where it has one. `date1904` for files of old Macs. */
export function dayOfNumber(value: number, date1904 = false): string {
  const time = new Date(Math.round((value + (date1904 ? 1462 : 0) - 25_569) * 1440) * 60_000);
  if (Number.isNaN(time.getTime())) return String(value);
  const iso = time.toISOString();
  return time.getTime() % DAY === 0 ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
}
