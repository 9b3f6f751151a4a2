import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useOfflineView } from '../../api/offline.zustand.ts';
import { clockTime, longDate } from '../../lib/dates.ts';

/** The oldest of the answers on the screen that came from this device; null when all are the server's. */
function oldestShown(client: QueryClient, since: Readonly<Record<string, string>>): string | null {
  const shown = Object.entries(since).filter(([hash]) => client.getQueryCache().get(hash)?.isActive());
  return shown.map(([, at]) => at).toSorted()[0] ?? null;
}

/** Says that the server does not answer, and how old the page is. */
export function OfflineLine() {
  const client = useQueryClient();
  const at = oldestShown(
    client,
    useOfflineView(({ since }) => since),
  );
  return (
    <p className="fact" role="status">
      {at && `The server does not answer. This page is as this device kept it on ${longDate(at)}, ${clockTime(at)}.`}
    </p>
  );
}
