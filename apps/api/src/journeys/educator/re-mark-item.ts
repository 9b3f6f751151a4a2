import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { BodyOf, ResponseOf } from '@rounds/contracts/endpoint';
import type { Key } from '@rounds/contracts/item';
import type { ItemToMend, previewReMark, ReMarkEffect, reMarkItem } from '@rounds/contracts/re-mark';
import { AttemptStore } from '../../domains/assessment/attempt.store.ts';
import { locksToMend } from '../../domains/assessment/marking-locks.ts';
import { checkKey } from '../../domains/assessment/rules/check-key.ts';
import { sameKey } from '../../domains/assessment/rules/same-key.ts';
import { KeyCorrectionStore } from '../../domains/content/key-correction.store.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, SYSTEM, type Tx } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Refusal } from '../../platform/problems.ts';
import { v7 } from '../../platform/uuid.ts';
import { itemOfVersion, itemToMend, type MendableItem } from '../../views/item-to-mend.view.ts';
import { CreditPasses } from './credit-passes.ts';
import { effectOf, MarkAgain } from './mark-again.ts';

type Done = ResponseOf<typeof reMarkItem>;

/**
 * Mends a wrong key for one organisation. Runs in the system's scope, because tries are private to their learners: every
 * statement asks for the actor's organisation itself, and nobody sees more than counts.
 */
@Injectable()
export class ReMarkItem {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly attempts: AttemptStore,
    private readonly corrections: KeyCorrectionStore,
    private readonly marking: MarkAgain,
    private readonly crediting: CreditPasses,
  ) {}

  read({ organisationId }: Actor, place: { versionId: string; itemId: string }): Promise<ItemToMend> {
    return this.db.read(SYSTEM, async (tx) => {
      const item = await itemOfVersion(tx, organisationId, place);
      if (item === null) throw noSuchItem();
      return { ...item, attempts: await this.attempts.countThatDrew(tx, organisationId, edition(item)) };
    });
  }

  /** What mending would change. */
  preview(
    { organisationId }: Actor,
    itemVersionId: string,
    { key }: BodyOf<typeof previewReMark>,
  ): Promise<ReMarkEffect> {
    return this.db.read(SYSTEM, async (tx) => {
      const item = mendable(await itemToMend(tx, organisationId, itemVersionId), key);
      return effectOf(this.marking.run(tx, organisationId, edition(item), key));
    });
  }

  /** Waits for submissions under way, so that none is marked by the old key and overlooked. */
  run(actor: Actor, itemVersionId: string, body: BodyOf<typeof reMarkItem>, caller: Caller): Promise<Done> {
    const locks = locksToMend(actor.organisationId);
    return this.db.transaction(SYSTEM, (tx) => this.reMark(tx, actor, itemVersionId, body, caller), locks);
  }

  private async reMark(
    tx: Tx,
    actor: Actor,
    itemVersionId: string,
    { key, reason }: BodyOf<typeof reMarkItem>,
    caller: Caller,
  ): Promise<Done> {
    const { personId, organisationId } = actor;
    const at = this.clock.now();
    const item = mendable(await itemToMend(tx, organisationId, itemVersionId), key);
    const again = this.marking.run(tx, organisationId, edition(item), key);
    const earlier = item.corrections[0];
    if (earlier !== undefined && sameKey(earlier.key, key))
      return { correctionId: earlier.correctionId, ...(await effectOf(again)) };
    const correctionId = v7(at);
    await this.corrections.add(tx, {
      correctionId,
      itemVersionId,
      organisationId,
      personId,
      key,
      reason,
      correctedAt: at,
    });
    const effect = await effectOf(again, async (batch) => {
      const marks = await this.crediting.run(tx, organisationId, batch, at);
      await this.attempts.reMark(tx, organisationId, marks, { correctionId, at });
    });
    await this.audit.add(tx, {
      at,
      action: 'item.re-marked',
      actorPersonId: personId,
      organisationId,
      unitId: actor.postUnitIds[0] ?? null,
      detail: { itemVersionId, correctionId, ...effect },
      sourceAddress: caller.address,
      correlationId: caller.correlationId,
    });
    return { correctionId, ...effect };
  }
}

const edition = ({ itemVersionId, item }: MendableItem) => ({ itemVersionId, itemId: item.itemId });

/** Refuses a key that does not fit, or that changes nothing and never did. */
function mendable(item: MendableItem | null, key: Key): MendableItem {
  if (item === null) throw noSuchItem();
  const fault = checkKey(item.item, key);
  if (fault !== null) {
    const { code, field, message } = fault;
    throw new Refusal(code, 'This key does not fit the question', {
      detail: 'Nothing was changed. Mend the field named.',
      faults: [{ field, message }],
    });
  }
  if (item.corrections.length === 0 && sameKey(item.key, key))
    throw new Refusal('already-done', 'The question is marked by this key already');
  return item;
}

function noSuchItem(): Refusal {
  return new Refusal('not-found', 'There is no such question');
}
