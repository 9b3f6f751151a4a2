import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { AskedAgain } from '@rounds/contracts/recertification';
import { learnerLock } from '../../domains/assessment/marking-locks.ts';
import { unitsLed } from '../../domains/identity/lead.policy.ts';
import { CompletionStore } from '../../domains/learning/completion.store.ts';
import { canAskAgain } from '../../domains/learning/recertification.policy.ts';
import { RecertificationStore } from '../../domains/learning/recertification.store.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, type Tx } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Refusal } from '../../platform/problems.ts';
import { v7 } from '../../platform/uuid.ts';
import { dayAt } from '../../views/organisation.view.ts';
import { type AgainFacts, againFacts, personModuleOf } from '../../views/recertification.view.ts';

/** A CPD lead asks a person to do a completed module again, and says why. */
@Injectable()
export class AskAgain {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly completions: CompletionStore,
    private readonly recertifications: RecertificationStore,
  ) {}

  run(actor: Actor, recordId: string, reason: string, caller: Caller): Promise<AskedAgain> {
    return this.db.transaction(actor, async (tx) => {
      const facts = await this.factsOf(tx, actor, recordId);
      if (!facts.active || !canAskAgain(actor, facts)) throw notTheirLead();
      if (facts.asked !== null) return facts.asked;
      if (!facts.onOffer) throw new Refusal('version-retired', 'This module was withdrawn: nobody can do it again');
      const askedAt = this.clock.now();
      await this.add(tx, actor, facts, reason, askedAt);
      await this.write(tx, actor, facts, caller, askedAt);
      return { reason, askedOn: await dayAt(tx, actor.organisationId, askedAt) };
    });
  }

  /** Of the last completion of the record's person and module, while no try of theirs is being marked. */
  private async factsOf(tx: Tx, actor: Actor, recordId: string): Promise<AgainFacts> {
    const { organisationId } = actor;
    const whose = await personModuleOf(tx, organisationId, unitsLed(actor), recordId);
    if (whose === null) throw new Refusal('not-found', 'There is no such record in your units');
    await tx.lock([learnerLock(whose.personId)]);
    const completionId = await this.completions.latestOf(tx, { ...whose, organisationId });
    const asked = { organisationId, now: this.clock.now() };
    const [facts] = completionId === null ? [] : await againFacts(tx, asked, [completionId]);
    if (facts === undefined) throw notCompleted();
    return facts;
  }

  private add(tx: Tx, actor: Actor, facts: AgainFacts, reason: string, askedAt: Date): Promise<void> {
    const { personId, moduleId, completionId, unitId } = facts;
    const { organisationId, personId: askedBy } = actor;
    const recertificationId = v7(askedAt);
    const what = { recertificationId, personId, organisationId, unitId, moduleId, completionId };
    return this.recertifications.add(tx, { ...what, reason, askedBy, askedAt });
  }

  private write(tx: Tx, actor: Actor, facts: AgainFacts, caller: Caller, at: Date): Promise<string> {
    return this.audit.add(tx, {
      at,
      action: 'recertification.asked',
      actorPersonId: actor.personId,
      organisationId: actor.organisationId,
      unitId: facts.unitId,
      subjectPersonId: facts.personId,
      detail: { moduleId: facts.moduleId, module: facts.title },
      sourceAddress: caller.address,
      correlationId: caller.correlationId,
    });
  }
}

function notCompleted(): Refusal {
  return new Refusal('not-completed', 'This module is not completed yet', {
    detail: 'Only a completed module can be asked for again.',
  });
}

function notTheirLead(): Refusal {
  return new Refusal('not-allowed', 'You cannot ask this person', {
    detail: 'Only a CPD lead of the unit where somebody works now can ask them, and nobody can ask themselves.',
  });
}
