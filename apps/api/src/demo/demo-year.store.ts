import type { AuditLog } from '../platform/audit/audit-log.ts';
import type { ReadTx, Tx } from '../platform/db.ts';

/** What the year is told with, kept from its first moment: a later start goes on with it, whatever has changed since. */
export type DemoYear = {
  /** Civil date it ends at. */
  anchor: string;
  /** Of the modules that there were, in path order. */
  versionIds: string[];
};

/** How far the telling is: begun; the people and those who sign in; everybody. */
export type Milestone = 'demo.begun' | 'demo.seeded' | 'demo.told';

// In the audit log, which forgets nothing and which nobody can change. All of it needs the system's scope.
const REACHED = 'SELECT detail FROM audit_event WHERE organisation_id IS NULL AND action = $1 ORDER BY at, id LIMIT 1';

export async function findYear(tx: ReadTx): Promise<DemoYear | null> {
  return (await tx.row<{ detail: DemoYear }>(REACHED, ['demo.begun' satisfies Milestone]))?.detail ?? null;
}

export async function hasReached(tx: ReadTx, milestone: Milestone): Promise<boolean> {
  return (await tx.row(REACHED, [milestone])) !== null;
}

export async function noteMilestone(
  tx: Tx,
  audit: AuditLog,
  action: Milestone,
  detail: DemoYear,
  at: Date,
): Promise<void> {
  await audit.add(tx, { at, action, actorPersonId: null, organisationId: null, detail });
}

/** Of all modules on offer, in path order. */
export async function currentVersionIds(tx: ReadTx): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(`
    SELECT v.id FROM current_version v JOIN learning_module m ON m.id = v.module_id JOIN learning_path p ON p.id = m.path_id
    ORDER BY p.position, p.id, m.position, m.id`);
  return rows.map(({ id }) => id);
}

/** False once somebody has an organisation here. */
export async function isEmpty(tx: ReadTx): Promise<boolean> {
  return (await tx.row('SELECT 1 FROM organisation LIMIT 1')) === null;
}
