import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { VersionState } from '@rounds/contracts/version';
import { deriveProgress } from '@rounds/rules/derive-progress';
import { ReceiptSigner } from '../../domains/learning/receipt-signer.ts';
import { Clock } from '../../platform/clock.ts';
import { Db } from '../../platform/db.ts';
import { eventsOf, triesOf } from '../../views/version-history.view.ts';
import { versionOutlines } from '../../views/version-outline.view.ts';
import { noSuchVersion } from '../../domains/content/version.policy.ts';

@Injectable()
export class ReadVersionState {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly receipts: ReceiptSigner,
  ) {}

  /** Where the actor is in one version, from what all their devices have sent. */
  run({ personId, organisationId }: Actor, versionId: string): Promise<VersionState> {
    return this.db.read({ personId, organisationId }, async (tx) => {
      const outline = (await versionOutlines(tx, organisationId, [versionId])).get(versionId.toLowerCase());
      if (outline === undefined) throw noSuchVersion();
      const tries = await triesOf(tx, personId, versionId);
      const events = await eventsOf(tx, personId, [versionId]);
      return {
        progress: deriveProgress(events, outline.cardIds, { nextTryNumber: tries.nextTryNumber }),
        ...tries,
        receipt: this.receipts.give(personId, outline.versionId, this.clock.now()),
      };
    });
  }
}
