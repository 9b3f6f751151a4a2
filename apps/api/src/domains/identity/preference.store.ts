import { Injectable } from '@nestjs/common';
import type { Preferences } from '@rounds/contracts/preferences';
import type { ReadTx, Tx } from '../../platform/db.ts';

@Injectable()
export class PreferenceStore {
  /** Without what is as usual. */
  async find(tx: ReadTx | Tx, personId: string): Promise<Preferences> {
    const found = await tx.row<{ preferences: Preferences }>(
      `SELECT jsonb_strip_nulls(jsonb_build_object('text', text_size, 'spacing', spacing, 'theme', theme, 'motion', motion))
         AS preferences
       FROM person_preference WHERE person_id = $1`,
      [personId],
    );
    return found?.preferences ?? {};
  }

  /** A change that is older than the one that is there is left out: it comes from a device that was offline. */
  async keep(tx: Tx, personId: string, { text, spacing, theme, motion }: Preferences, changedAt: Date): Promise<void> {
    await tx.rows(
      `INSERT INTO person_preference AS there (person_id, text_size, spacing, theme, motion, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (person_id) DO UPDATE
         SET text_size = $2, spacing = $3, theme = $4, motion = $5, changed_at = $6 WHERE there.changed_at <= $6`,
      [personId, text ?? null, spacing ?? null, theme ?? null, motion ?? null, changedAt],
    );
  }
}
