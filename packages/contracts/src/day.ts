import * as z from 'zod/mini';

/** A civil date. Calendars before 1900 are nobody's here, and the database knows no year 0. */
export const Day = z.iso.date().check(z.refine((value) => value >= '1900-01-01', 'Use a day after 1900.'));
