export type Period = { key: string; label: string; from: string; to: string };

/** Spans of days people ask for, counted from today (`2027-03-11`) in the organisation's time zone; calendar years are ours. */
export function completedPeriods(today: string): Period[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  return [
    { key: 'this-month', label: 'This month', ...monthOf(year, month) },
    { key: 'last-month', label: 'Last month', ...(month === 1 ? monthOf(year - 1, 12) : monthOf(year, month - 1)) },
    { key: 'this-year', label: `In ${year}`, from: `${year}-01-01`, to: `${year}-12-31` },
    { key: 'last-year', label: `In ${year - 1}`, from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  ];
}

function monthOf(year: number, month: number): { from: string; to: string } {
  const start = `${year}-${String(month).padStart(2, '0')}`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${start}-01`, to: `${start}-${last}` };
}
