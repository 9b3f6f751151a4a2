import { hashKey, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useOfflineView } from '../../api/offline.zustand.ts';
import { meQuery } from '../../api/me.queries.ts';
import { clockTime, longDate } from '../../lib/dates.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './page-news.module.css';

/** Who is signed in stands on every page, and makes none of them old. */
const ME = hashKey(meQuery.queryKey);

/** The oldest of the answers on the screen that came from this device; null when all are the server's. */
function oldestShown(client: QueryClient, since: Readonly<Record<string, string>>): string | null {
  const shown = Object.entries(since).filter(([hash]) => hash !== ME && client.getQueryCache().get(hash)?.isActive());
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
    <div className={styles.said} role="status">
      {at && (
        <Notice>
          <p>
            The server does not answer. This page is as this device kept it on {longDate(at)}, {clockTime(at)}.
          </p>
        </Notice>
      )}
    </div>
  );
}
