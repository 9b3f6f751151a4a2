import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { AuditAction } from '@rounds/contracts/audit-action';
import type { PersonDetail } from '@rounds/contracts/people';
import { civilDate } from '@rounds/rules/civil-date';
import {
  mayChangeSignIn,
  type Reach,
  reachesPerson,
  reachesUnit,
  reachOf,
} from '../../domains/identity/administer.policy.ts';
import { type OpenUnit, OpenUnitStore } from '../../domains/identity/open-unit.store.ts';
import { type Member, SubjectStore } from '../../domains/identity/subject.store.ts';
import { type Organisation, OrganisationStore } from '../../domains/identity/organisation.store.ts';
import { UnitStore } from '../../domains/identity/unit.store.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, type ReadTx, type Tx } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Refusal } from '../../platform/problems.ts';
import type { PeopleScope } from '../../views/people.query.ts';
import { personDetail } from '../../views/person.view.ts';

/** Who acts, and from where. */
export type Act = { actor: Actor; caller: Caller };

/** What the audit log says of a change: names of fields; old and new values only of roles, units and posts. */
export type Noted = { action: AuditAction; detail: object; unitId?: string | null; subjectPersonId?: string };

/** What to know first: how far the actor reaches, in what organisation, and the time and civil date there. */
export type Frame = { organisation: Organisation; reach: Reach; now: Date; today: string };

/** A member about to be changed, locked and within the actor's reach. */
export type Change = Frame & { tx: Tx; act: Act; member: Member };

/** What every use case of administrators does: hold to the actor's reach, and write down who changed what. */
@Injectable()
export class Administration {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly organisations: OrganisationStore,
    private readonly units: UnitStore,
    private readonly openUnits: OpenUnitStore,
    private readonly subjects: SubjectStore,
  ) {}

  /** Changes a member in one transaction and answers with their page. Work that returns null changed nothing. */
  changePerson(
    act: Act,
    personId: string,
    work: (change: Change) => Promise<Noted | null>,
    lock: (tx: Tx) => Promise<void> = async () => undefined,
  ): Promise<PersonDetail> {
    return this.db.transaction(act.actor, async (tx) => {
      await lock(tx);
      const change = await this.open(tx, act, personId);
      const noted = await work(change);
      if (noted !== null) await this.noteOf(change, noted);
      return this.pageOf(change);
    });
  }

  async open(tx: Tx, act: Act, personId: string): Promise<Change> {
    const { organisationId } = act.actor;
    const frame = await this.frame(tx, act.actor);
    await this.subjects.lock(tx, organisationId, personId);
    const member = await this.subjects.find(tx, organisationId, personId, frame.today);
    if (member === null || !reachesPerson(frame.reach, member)) throw noSuchPerson();
    return { ...frame, tx, act, member };
  }

  /** Writes down a change of a member: it concerns the unit of their main post, unless another is named. */
  noteOf({ tx, act, member }: Change, noted: Noted): Promise<string> {
    return this.note(tx, act, { unitId: member.mainUnitId, subjectPersonId: member.personId, ...noted });
  }

  note(tx: Tx, { actor, caller }: Act, noted: Noted): Promise<string> {
    const { personId: actorPersonId, organisationId } = actor;
    const { address: sourceAddress, correlationId } = caller;
    return this.audit.add(tx, {
      at: this.clock.now(),
      actorPersonId,
      organisationId,
      sourceAddress,
      correlationId,
      ...noted,
    });
  }

  /** Even when the change has just taken them out of reach. */
  private async pageOf({ tx, act, member, now, today }: Change): Promise<PersonDetail> {
    const { organisationId } = act.actor;
    const page = await personDetail(tx, { organisationId, unitIds: null, now, today }, member.personId);
    if (page === null) throw noSuchPerson();
    return page;
  }

  async frame(tx: ReadTx, actor: Actor): Promise<Frame> {
    const { organisationId } = actor;
    const now = this.clock.now();
    const organisation = await this.organisations.find(tx, organisationId);
    const root = await this.units.findRoot(tx, organisationId);
    const today = organisation && civilDate(now, organisation.timeZone);
    if (organisation === null || root === null || today === null) throw new Error('The organisation is not whole');
    return { organisation, reach: reachOf(actor, root.unitId), now, today };
  }

  async scope(tx: ReadTx, actor: Actor): Promise<PeopleScope> {
    const { reach, now, today } = await this.frame(tx, actor);
    return { organisationId: actor.organisationId, unitIds: reach.whole ? null : reach.unitIds, now, today };
  }

  /** An open unit within reach, which stays open until the transaction ends. */
  async holdUnit(tx: Tx, actor: Actor, reach: Reach, unitId: string): Promise<OpenUnit> {
    const unit = reachesUnit(reach, unitId) ? await this.openUnits.hold(tx, actor.organisationId, unitId) : null;
    if (unit === null) throw noSuchUnit();
    return unit;
  }
}

export function noSuchPerson(): Refusal {
  return new Refusal('not-found', 'There is no such person among yours');
}

export function noSuchUnit(): Refusal {
  return new Refusal('not-found', 'There is no such unit among yours');
}

/** Throws when the person holds a role beyond the actor's units. */
export function mustReachSignIn({ reach, member }: Change): void {
  if (mayChangeSignIn(reach, member)) return;
  throw new Refusal('not-allowed', 'This person has a role beyond your units', {
    detail: 'Ask an administrator of the whole organisation to make this change.',
  });
}
