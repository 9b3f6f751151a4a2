/** The kind of mail, and what an order keeps. */
export const STORAGE_WARNING_MAIL = 'storage-warning';
export type StorageWarningOrder = { personId: string; openingIds: string[] };

/** Days after which WebKit forgets what a site keeps that was not visited. */
export const FORGOTTEN_AFTER = 7;
/** Our choice: two days are left to open Rounds again. */
export const WARNED_AFTER = 5;

const DAY = 86_400_000;

export function daysAgo(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY);
}

export function daysLater(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY);
}
