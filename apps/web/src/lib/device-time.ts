const two = (number: number): string => String(number).padStart(2, '0');

/** The device's own time with its offset, `2027-03-11T13:52:04.120+00:00`. */
export function localInstant(now: Date): string {
  const offset = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The device's IANA zone, `Europe/London`. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
