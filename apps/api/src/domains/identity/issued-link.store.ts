import { Injectable } from '@nestjs/common';
import type { ReadTx, Tx } from '../../platform/db.ts';
import type { LinkPurpose } from './rules/link-purpose.ts';

@Injectable()
export class IssuedLinkStore {
  /** A way in that an organisation gave a person, open or not. */
  find(
    tx: ReadTx | Tx,
    { organisationId, personId, linkId }: { organisationId: string; personId: string; linkId: string },
    now: Date,
  ): Promise<{ purpose: LinkPurpose; open: boolean } | null> {
    return tx.row(
      `SELECT purpose, used_at IS NULL AND withdrawn_at IS NULL AND expires_at > $4 AS open FROM one_use_link
       WHERE id = $1 AND person_id = $2 AND organisation_id = $3`,
      [linkId, personId, organisationId, now],
    );
  }
}
