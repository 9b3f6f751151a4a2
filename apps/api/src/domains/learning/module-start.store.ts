import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db.ts';

/** Unit and staff group as at the time. */
export type ModuleStart = { moduleId: string; versionId: string; unitId: string; staffGroup: string; startedAt: Date };
type Whose = { personId: string; organisationId: string };

@Injectable()
export class ModuleStartStore {
  /** Only the first start of a module in an organisation makes a row. */
  async add(tx: Tx, { personId, organisationId }: Whose, starts: readonly ModuleStart[]): Promise<void> {
    if (starts.length === 0) return;
    await tx.rows(ADD, [personId, organisationId, JSON.stringify(starts)]);
  }
}

const ADD = `
  INSERT INTO module_start (person_id, organisation_id, module_id, version_id, unit_id, staff_group, started_at)
  SELECT $1, $2, "moduleId", "versionId", "unitId", "staffGroup", "startedAt"
  FROM jsonb_to_recordset($3::jsonb)
    AS start("moduleId" uuid, "versionId" uuid, "unitId" uuid, "staffGroup" text, "startedAt" timestamptz)
  ORDER BY "startedAt"
  ON CONFLICT (organisation_id, person_id, module_id) DO NOTHING`;
