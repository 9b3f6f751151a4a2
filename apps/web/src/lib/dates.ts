const DAY = /^\d{4}-\d{2}-\d{2}$/;

function format(iso: string, options: Intl.DateTimeFormatOptions, zone: string | undefined): string {
  // A day without a time is the same day everywhere.
  const timeZone = DAY.test(iso) ? 'UTC' : zone;
  return new Intl.DateTimeFormat('en-GB', { ...options, ...(timeZone && { timeZone }) }).format(new Date(iso));
}

/** "6 August 2018", for a day (`2018-08-06`) or an instant, there in `zone` (default: the device's). */
export function longDate(iso: string, zone?: string): string {
  return format(iso, { day: 'numeric', month: 'long', year: 'numeric' }, zone);
}

/** "Thursday 11 March 2027". */
export function longDay(iso: string, zone?: string): string {
  const weekday = format(iso, { weekday: 'long' }, zone);
  return `${weekday} ${longDate(iso, zone)}`;
}

/** "5:30pm". */
export function clockTime(iso: string, zone?: string): string {
  return format(iso, { hour: 'numeric', minute: '2-digit', hour12: true }, zone).replace(/\s/, '').toLowerCase();
}
