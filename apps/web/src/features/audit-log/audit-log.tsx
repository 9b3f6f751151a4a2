import { useSuspenseQuery } from '@tanstack/react-query';
import { auditQuery } from '../../api/audit.queries.ts';
import { meQuery } from '../../api/me.queries.ts';
import { placeOf } from '../../lib/zone-words.ts';
import { DeskHead } from '../../ui/desk-head.tsx';
import { Empty } from '../../ui/empty.tsx';
import { KeysetPages, useFocusOnPage } from '../../ui/keyset-pages.tsx';
import { Loading } from '../../ui/loading.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { AuditFilters } from './audit-filters.tsx';
import { readAuditSearch } from './audit-search.ts';
import { AuditTable } from './audit-table.tsx';

/** Who did or read what of others, latest first. */
export function AuditLog() {
  const { shown, pending } = useAddress();
  const asked = readAuditSearch(shown);
  const { data: page } = useSuspenseQuery(auditQuery(asked));
  const { data: me } = useSuspenseQuery(meQuery);
  const zone = me.organisation.timeZone;
  const region = useFocusOnPage<HTMLDivElement>(asked.cursor);
  return (
    <>
      <DeskHead title="Audit log" side={<p className="fact">{`Times are for ${placeOf(zone)}.`}</p>}>
        <p className="fact">
          Who did or read what personal data of others. Nothing in it can be changed or taken out. Reading it is written
          down too.
        </p>
      </DeskHead>
      <AuditFilters actions={page.actions} />
      {pending && <Loading what="the log" />}
      {page.events.length === 0 ? (
        <Empty title="Nothing in the log fits">
          <p>Choose another action, or a longer time.</p>
        </Empty>
      ) : (
        <>
          <AuditTable events={page.events} zone={zone} busy={pending} ref={region} />
          <KeysetPages rows={page.events.length} nextCursor={page.nextCursor} />
        </>
      )}
    </>
  );
}
