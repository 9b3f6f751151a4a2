import { Injectable } from '@nestjs/common';
import type { ReadTx, Tx } from '../../platform/db.ts';
import { OrganisationEntity } from './organisation.entity.ts';

export type Organisation = { organisationId: string; name: string; shortCode: string; timeZone: string };

const COLUMNS = `id AS "organisationId", name, short_code AS "shortCode", time_zone AS "timeZone"`;

@Injectable()
export class OrganisationStore {
  async add(tx: Tx, organisation: Organisation & { at: Date }): Promise<void> {
    const { organisationId: id, name, timeZone, at: createdAt } = organisation;
    await tx.em.insert(OrganisationEntity, {
      id,
      name,
      shortCode: organisation.shortCode.toLowerCase(),
      timeZone,
      createdAt,
    });
  }

  find(tx: ReadTx | Tx, organisationId: string): Promise<Organisation | null> {
    return tx.row(`SELECT ${COLUMNS} FROM organisation WHERE id = $1`, [organisationId]);
  }

  /** By the code typed beside a staff number, whatever its case. */
  findByShortCode(tx: ReadTx | Tx, shortCode: string): Promise<Organisation | null> {
    return tx.row(`SELECT ${COLUMNS} FROM organisation WHERE short_code = lower($1)`, [shortCode.trim()]);
  }

  /** The organisation of an installation that serves just one; null when there are more, or none. */
  async findOnly(tx: ReadTx | Tx): Promise<Organisation | null> {
    const found = await tx.rows<Organisation>(`SELECT ${COLUMNS} FROM organisation LIMIT 2`);
    return found.length === 1 ? (found[0] ?? null) : null;
  }
}
