import type { ReadTx } from '../platform/db.ts';

type PersonModule = { personId: string; moduleId: string };

/** Whose record of which learning module it is, within these units; null where it is none of theirs. */
export function personModuleOf(
  tx: ReadTx,
  organisationId: string,
  unitIds: readonly string[],
  recordId: string,
): Promise<PersonModule | null> {
  return tx.row<PersonModule>(PERSON_MODULE, [organisationId, unitIds, recordId]);
}

/** A completion, and what decides whether it may be asked for again. */
export type AgainFacts = PersonModule & {
  /** Of the module, as completed. */
  title: string;
  completionId: string;
  /** The last of its person and module in the organisation. */
  latest: boolean;
  /** Where the person works now. */
  unitId: string;
  /** Signs in here; neither left nor suspended. */
  active: boolean;
  onOffer: boolean;
  /** The open request; days are the organisation's. */
  asked: { reason: string; askedOn: string } | null;
};

/** Of completions in the organisation; ids of anything else are passed over. */
export function againFacts(
  tx: ReadTx,
  { organisationId, now }: { organisationId: string; now: Date },
  completionIds: readonly string[],
): Promise<AgainFacts[]> {
  return tx.rows<AgainFacts>(AGAIN, [organisationId, now, completionIds]);
}

/** $1 person, $2 organisation. What the person is asked there to do again, at most once a module. */
export const OPEN_RECERTIFICATIONS = `
  SELECT q.module_id, q.completion_id, q.reason, q.asked_at
  FROM recertification q
  JOIN completion done ON done.id = q.completion_id
  WHERE q.person_id = $1 AND q.organisation_id = $2 AND NOT EXISTS (
    SELECT 1 FROM completion later
    WHERE later.person_id = $1 AND later.organisation_id = $2 AND later.module_id = q.module_id AND later.round > done.round)`;

const PERSON_MODULE = `
  SELECT person_id AS "personId", module_id AS "moduleId"
  FROM (
    SELECT person_id, module_id, organisation_id, unit_id FROM completion WHERE id = $3
    UNION ALL SELECT person_id, module_id, organisation_id, unit_id FROM module_start WHERE id = $3) record
  WHERE organisation_id = $1 AND unit_id = ANY($2::uuid[])`;

const AGAIN = `
  SELECT c.id AS "completionId", c.person_id AS "personId", c.module_id AS "moduleId", c.module_title AS title,
    NOT EXISTS (
      SELECT 1 FROM completion later
      WHERE later.person_id = c.person_id AND later.organisation_id = c.organisation_id AND later.module_id = c.module_id
        AND later.round > c.round) AS latest,
    coalesce(post.unit_id, root.id) AS "unitId",
    EXISTS (
      SELECT 1 FROM membership m
      WHERE m.person_id = c.person_id AND m.organisation_id = c.organisation_id AND m.suspended_at IS NULL) AS active,
    EXISTS (SELECT 1 FROM current_version v WHERE v.module_id = c.module_id) AS "onOffer",
    CASE WHEN q.id IS NOT NULL THEN
      jsonb_build_object('reason', q.reason, 'askedOn', (q.asked_at AT TIME ZONE o.time_zone)::date) END AS asked
  FROM completion c
  JOIN organisation o ON o.id = c.organisation_id
  JOIN unit root ON root.organisation_id = c.organisation_id AND root.parent_id IS NULL
  LEFT JOIN LATERAL main_post(c.person_id, c.organisation_id, ($2::timestamptz AT TIME ZONE o.time_zone)::date) post ON true
  LEFT JOIN recertification q ON q.completion_id = c.id
  WHERE c.organisation_id = $1 AND c.id = ANY($3::uuid[])`;
