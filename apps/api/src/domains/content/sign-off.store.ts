import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db.ts';

/** Name and title are kept as they were when it was signed. */
export type SignOff = {
  signOffId: string;
  versionId: string;
  organisationId: string;
  personId: string;
  personName: string;
  personTitle: string;
  comment: string;
  signedAt: Date;
};

@Injectable()
export class SignOffStore {
  /** False where somebody of the organisation has signed the version before. */
  async add(tx: Tx, signOff: SignOff): Promise<boolean> {
    const { signOffId, versionId, organisationId, personId, personName, personTitle, comment, signedAt } = signOff;
    const row = await tx.row<{ id: string }>(
      `INSERT INTO sign_off (id, version_id, organisation_id, person_id, person_name, person_title, comment, signed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (version_id, organisation_id) DO NOTHING RETURNING id`,
      [signOffId, versionId, organisationId, personId, personName, personTitle, comment, signedAt],
    );
    return row !== null;
  }
}
