/** Minutes as somebody types them; null for nothing. */
export function readMinutes(text: string): number | null | 'unreadable' {
  const typed = text.trim();
  if (typed === '') return null;
  const minutes = Number(typed);
  return /^\d{1,3}$/.test(typed) && minutes >= 1 && minutes <= 600 ? minutes : 'unreadable';
}
