/** Where both organisations are. */
export const ZONE = 'Europe/London';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Fixed days on which clinics and offices are shut, as month and day. */
const HOLIDAYS = new Set(['12-25', '12-26', '01-01']);
const READING = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The civil date so many days before another; after it, for a negative number. */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * DAY).toISOString().slice(0, 10);
}

/** The date itself, or the last one before it that is neither in a weekend nor a holiday. */
export function workingDay(date: string): string {
  const weekday = new Date(date).getUTCDay();
  const isFree = weekday === 0 || weekday === 6 || HOLIDAYS.has(date.slice(5));
  return isFree ? workingDay(daysBefore(date, 1)) : date;
}

/** The instant at which a clock in `ZONE` shows so many minutes after midnight. */
export function at(date: string, minutes: number): Date {
  const read = Date.parse(date) + minutes * MINUTE;
  const [hour = 0, minute = 0] = READING.format(read).split(':').map(Number);
  const ahead = hour * 60 + minute - (minutes % 1440);
  return new Date(read - (ahead < 0 ? ahead + 1440 : ahead) * MINUTE);
}
