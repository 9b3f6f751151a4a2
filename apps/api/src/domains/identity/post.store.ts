import { Injectable } from '@nestjs/common';
import type { ReadTx, Tx } from '../../platform/db.ts';
import { PostEntity } from './post.entity.ts';

/** Days are ISO dates in the organisation's zone; the last day still counts. */
export type Post = {
  postId: string;
  personId: string;
  organisationId: string;
  unitId: string;
  title: string;
  staffGroup: string;
  main: boolean;
  startsOn: string;
  endsOn: string | null;
};

const COLUMNS = `id AS "postId", person_id AS "personId", organisation_id AS "organisationId", unit_id AS "unitId", title,
  staff_group AS "staffGroup", main, starts_on::text AS "startsOn", ends_on::text AS "endsOn"`;

@Injectable()
export class PostStore {
  async add(tx: Tx, { postId: id, ...post }: Post): Promise<void> {
    await tx.em.insert(PostEntity, { id, ...post });
  }

  find(tx: ReadTx | Tx, organisationId: string, personId: string, postId: string): Promise<Post | null> {
    return tx.row(`SELECT ${COLUMNS} FROM post WHERE organisation_id = $1 AND person_id = $2 AND id = $3`, [
      organisationId,
      personId,
      postId,
    ]);
  }

  /** All of them, past and future too; the latest first. */
  of(tx: ReadTx | Tx, personId: string, organisationId: string): Promise<Post[]> {
    return tx.rows(
      `SELECT ${COLUMNS} FROM post WHERE person_id = $1 AND organisation_id = $2 ORDER BY ends_on DESC NULLS FIRST, main DESC, starts_on DESC, id`,
      [personId, organisationId],
    );
  }

  /** The post whose unit, title and staff group stand for the person at an instant, by the organisation's own date; or null. */
  mainAt(tx: ReadTx | Tx, personId: string, organisationId: string, at: Date): Promise<Post | null> {
    return tx.row(
      `SELECT ${COLUMNS} FROM main_post($1, $2, (SELECT ($3::timestamptz AT TIME ZONE time_zone)::date FROM organisation WHERE id = $2)) post`,
      [personId, organisationId, at],
    );
  }

  /** Makes every other post of the person a secondary one. */
  async demoteOthers(tx: Tx, personId: string, organisationId: string, postId: string): Promise<void> {
    await tx.rows('UPDATE post SET main = false WHERE person_id = $1 AND organisation_id = $2 AND id <> $3 AND main', [
      personId,
      organisationId,
      postId,
    ]);
  }

  async end(tx: Tx, organisationId: string, postId: string, endsOn: string): Promise<void> {
    await tx.rows('UPDATE post SET ends_on = $3 WHERE organisation_id = $1 AND id = $2', [
      organisationId,
      postId,
      endsOn,
    ]);
  }

  async anyInUnitOn(tx: ReadTx | Tx, unitId: string, day: string): Promise<boolean> {
    const found = await tx.row('SELECT 1 FROM post WHERE unit_id = $1 AND (ends_on IS NULL OR ends_on >= $2) LIMIT 1', [
      unitId,
      day,
    ]);
    return found !== null;
  }
}
