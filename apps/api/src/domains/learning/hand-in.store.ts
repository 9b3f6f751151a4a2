import { Injectable } from '@nestjs/common';
import type { ReadTx, Tx } from '../../platform/db.ts';

export type HandIn = {
  personId: string;
  organisationId: string;
  contentHash: Buffer;
  madeAt: Date;
  handedInAt: Date;
  accepted: number;
  known: number;
  setAside: number;
};

@Injectable()
export class HandInStore {
  /** When the person handed this content in; null if they have not yet. */
  async handedInAt(tx: ReadTx, personId: string, contentHash: Buffer): Promise<Date | null> {
    const row = await tx.row<{ at: Date }>(
      'SELECT handed_in_at AS at FROM hand_in WHERE person_id = $1 AND content_hash = $2',
      [personId, contentHash],
    );
    return row?.at ?? null;
  }

  /** False for content that was handed in meanwhile, which stays as it is. */
  async add(tx: Tx, h: HandIn): Promise<boolean> {
    const added = await tx.row(ADD, [
      h.personId,
      h.contentHash,
      h.organisationId,
      h.madeAt,
      h.handedInAt,
      h.accepted,
      h.known,
      h.setAside,
    ]);
    return added !== null;
  }
}

const ADD = `
  INSERT INTO hand_in (person_id, content_hash, organisation_id, made_at, handed_in_at, accepted, known, set_aside)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (person_id, content_hash) DO NOTHING
  RETURNING person_id`;
