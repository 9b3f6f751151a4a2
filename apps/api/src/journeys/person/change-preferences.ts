import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { Preferences } from '@rounds/contracts/preferences';
import { PreferenceStore } from '../../domains/identity/preference.store.ts';
import { Clock } from '../../platform/clock.ts';
import { Db } from '../../platform/db.ts';

type Change = Preferences & { changedAt: string };

/** Of two devices the one that changed last has its way, in whatever order they are heard. */
@Injectable()
export class ChangePreferences {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly preferences: PreferenceStore,
  ) {}

  run(actor: Actor, { changedAt, ...wanted }: Change): Promise<Preferences> {
    const { personId } = actor;
    // A clock that is ahead would hold every later change off.
    const at = new Date(Math.min(Date.parse(changedAt), this.clock.now().getTime()));
    return this.db.transaction(actor, async (tx) => {
      await this.preferences.keep(tx, personId, wanted, at);
      return this.preferences.find(tx, personId);
    });
  }
}
