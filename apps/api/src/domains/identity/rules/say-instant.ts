/** An instant in a zone, as "5:30pm on 6 August 2018". */
export function sayInstant(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  // The English of some ICU versions calls noon and midnight hour 0.
  const hour = part('hour') === '0' ? '12' : part('hour');
  return `${hour}:${part('minute')}${part('dayPeriod').toLowerCase()} on ${part('day')} ${part('month')} ${part('year')}`;
}

/** The day of an instant in a zone, as "6 August 2018". */
export function sayDay(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' }).format(
    at,
  );
}
