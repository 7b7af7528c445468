/** A day of the calendar, in one language. */
export type CalendarEntry = Readonly<{
  id: string;
  /** YYYY-MM-DD */
  day: string;
  /** the day from which the feed has it, YYYY-MM-DD */
  told: string;
  title: string;
  /** empty where the title says all */
  text: string;
  url: string;
}>;

/** A calendar or feed: `day` is the one that its facts were compiled for. */
export type Calendar = Readonly<{ id: string; title: string; about: string; home: string; day: string; entries: readonly CalendarEntry[] }>;
