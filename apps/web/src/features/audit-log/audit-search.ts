import { readAudit } from '@rounds/contracts/audit';
import type { AuditAsked } from '../../api/audit.queries.ts';

const NAMES = ['person', 'action', 'from', 'to', 'cursor'] as const;
export const AUDIT_FILTERS = ['person', 'action', 'from', 'to'] as const;

/** Reads an address. What makes no sense in it is left out. */
export function readAuditSearch(params: URLSearchParams): AuditAsked {
  const given = NAMES.map((name) => [name, params.get(name)] as const).filter(([, value]) => value);
  const sound = given.filter(([name, value]) => readAudit.query.safeParse({ [name]: value }).success);
  return readAudit.query.parse(Object.fromEntries(sound));
}
