import type { Actor } from '@rounds/contracts/actor';
import type { RecordFilter, RecordSort } from '@rounds/contracts/completion-records';
import { unitsLed } from '../../domains/identity/lead.policy.ts';
import { Refusal } from '../../platform/problems.ts';
import type { RecordQuery } from '../../views/completion-records.query.ts';

type Asked = RecordFilter & { sort?: RecordSort; direction?: 'ascending' | 'descending' };

/** The query an actor may make: within the units led. A unit that is not led does not exist here. */
export function recordQueryFor(
  actor: Actor,
  { sort = 'name', direction = 'ascending', ...filter }: Asked,
): RecordQuery {
  const unitIds = unitsLed(actor);
  if (filter.unit !== undefined && !unitIds.includes(filter.unit))
    throw new Refusal('not-found', 'There is no such unit among yours');
  return { organisationId: actor.organisationId, unitIds, filter, sort, direction };
}
