type Connection = { saveData?: boolean; effectiveType?: string };

/** What the browser says of the connection; null where it says nothing (Safari, Firefox). */
export function connection(): Connection | null {
  return (navigator as { connection?: Connection }).connection ?? null;
}

/** Whether somebody asked to save data, or waits for every kilobyte. */
export function isSlow(known: Connection | null = connection()): boolean {
  return known?.saveData === true || known?.effectiveType === '2g' || known?.effectiveType === 'slow-2g';
}
