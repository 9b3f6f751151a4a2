const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  return format;
}

/** Offsets are no zones: databases read their sign the other way round. */
const OFFSET = /^[+-]/;

/** The date on the calendar of a zone (IANA name) at an instant, as `2026-09-01`; null for a zone nobody knows. */
export function civilDate(at: Date, zone: string): string | null {
  if (OFFSET.test(zone)) return null;
  try {
    const parts = new Map(
      formatFor(zone)
        .formatToParts(at)
        .map(({ type, value }) => [type, value]),
    );
    return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

/** A civil date so many months later; the last day of that month where it has no such day (29 February gives 28). */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
