import type { AuditEvent } from '@rounds/contracts/audit';
import type { Ref } from 'react';
import { clockTime, longDate } from '../../lib/dates.ts';
import { Heads } from '../../ui/heads.tsx';
import { Cell, Table, TableScroll } from '../../ui/table.tsx';
import styles from './audit-table.module.css';
import { actionInWords, detailInWords } from './audit-words.ts';

type AuditTableProps = { events: readonly AuditEvent[]; zone: string; busy: boolean; ref: Ref<HTMLDivElement> };

export function AuditTable({ events, zone, busy, ref }: AuditTableProps) {
  return (
    <TableScroll label="Audit log" ref={ref}>
      <div aria-busy={busy}>
        <Table
          records
          reflow
          caption="Audit log, latest first"
          captionHidden
          head={<Heads names={['When', 'What was done', 'By', 'To or about', 'Unit', 'Address']} />}
        >
          {events.map((event) => (
            <AuditRow key={event.auditId} event={event} zone={zone} />
          ))}
        </Table>
      </div>
    </TableScroll>
  );
}

function AuditRow({ event, zone }: { event: AuditEvent; zone: string }) {
  const { at, action, actorName, subjectName, unit, sourceAddress, detail } = event;
  const words = detailInWords(detail);
  return (
    <tr>
      <Cell phone="wide" quiet>
        <span className="nowrap">{`${longDate(at, zone)}, ${clockTime(at, zone)}`}</span>
      </Cell>
      <Cell heading phone="wide">
        {actionInWords(action)}
        {words && <span className={styles.detail}>{words}</span>}
      </Cell>
      <Cell phone="wide" name="By">
        {actorName ?? 'System or unknown'}
      </Cell>
      <Cell phone="wide" {...(subjectName && { name: 'About' })}>
        {subjectName}
      </Cell>
      <Cell phone="wide" quiet>
        {unit}
      </Cell>
      <Cell phone="wide" quiet {...(sourceAddress && { name: 'Address' })}>
        {sourceAddress}
      </Cell>
    </tr>
  );
}
