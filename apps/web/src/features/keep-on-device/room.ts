import { queryOptions } from '@tanstack/react-query';

/** Bytes, as the browser estimates them. `persisted`: it clears nothing away by itself. */
type Room = { used: number; left: number; persisted: boolean };

async function lookForRoom(): Promise<Room | null> {
  if (!navigator.storage?.estimate) return null;
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  const persisted = (await navigator.storage.persisted?.()) ?? false;
  return { used: usage, left: Math.max(0, quota - usage), persisted };
}

/** Asked of the browser, not of the server. */
export const roomQuery = queryOptions({ queryKey: ['room-on-device'], queryFn: lookForRoom, staleTime: 0, gcTime: 0 });

const megabytes = (bytes: number): string => Math.max(1, Math.round(bytes / 1_000_000)).toLocaleString('en-GB');

export function roomInWords({ used, left, persisted }: Room): string {
  const room = `With the program itself, Rounds takes about ${megabytes(used)} MB here and may take ${megabytes(left)} MB more.`;
  const stay = persisted
    ? 'The browser keeps it until you remove it.'
    : 'The browser may clear it away when the device is full.';
  return `${room} ${stay}`;
}
