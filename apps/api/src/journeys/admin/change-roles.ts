import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@rounds/contracts/endpoint';
import type { PersonDetail } from '@rounds/contracts/people';
import type { grantRole } from '@rounds/contracts/person-roles';
import { reachesUnit } from '../../domains/identity/administer.policy.ts';
import { RoleStore } from '../../domains/identity/role.store.ts';
import { UnitStore } from '../../domains/identity/unit.store.ts';
import { refuseDuplicates } from '../../platform/duplicate.ts';
import { Refusal } from '../../platform/problems.ts';
import { v7 } from '../../platform/uuid.ts';
import { type Act, Administration, type Change, type Noted } from './administration.ts';
import { refuseLastAdministrator } from './last-administrator.ts';

/** Roles: given for a unit and all below it, and ended. They hold from the person's next request. */
@Injectable()
export class ChangeRoles {
  constructor(
    private readonly administration: Administration,
    private readonly roles: RoleStore,
    private readonly units: UnitStore,
  ) {}

  grant(act: Act, personId: string, given: BodyOf<typeof grantRole>): Promise<PersonDetail> {
    const held = new Refusal('conflict', 'This person has this role for this unit already');
    return refuseDuplicates({ role_grant_current: held }, () =>
      this.administration.changePerson(act, personId, (change) => this.give(change, given)),
    );
  }

  private async give(
    { tx, act, reach, member, now }: Change,
    { role, unitId }: BodyOf<typeof grantRole>,
  ): Promise<Noted> {
    const { organisationId } = act.actor;
    const { name: unit } = await this.administration.holdUnit(tx, act.actor, reach, unitId);
    await this.roles.grant(tx, {
      roleGrantId: v7(now),
      personId: member.personId,
      organisationId,
      role,
      unitId,
      grantedAt: now,
    });
    return { action: 'role.granted', unitId, detail: { role, unitId, unit } };
  }

  end(act: Act, { personId, roleGrantId }: { personId: string; roleGrantId: string }): Promise<PersonDetail> {
    return this.administration.changePerson(
      act,
      personId,
      (change) => this.endOne(change, roleGrantId),
      (tx) => this.roles.lockAdministrators(tx, act.actor.organisationId),
    );
  }

  private async endOne({ tx, act, reach, member, now }: Change, roleGrantId: string): Promise<Noted> {
    const { organisationId } = act.actor;
    const held = await this.roles.of(tx, member.personId, organisationId);
    const grant = held.find((one) => one.roleGrantId === roleGrantId);
    const unit = grant === undefined ? null : await this.units.find(tx, organisationId, grant.unitId);
    if (grant === undefined || unit === null) throw new Refusal('not-found', 'This person has no such role');
    if (!reachesUnit(reach, unit.unitId)) {
      throw new Refusal('not-allowed', 'This role is for a unit that is not yours', {
        detail: 'Ask an administrator of that unit.',
      });
    }
    if (grant.role === 'administrator' && unit.parentId === null) {
      refuseLastAdministrator(await this.roles.administratorsOf(tx, organisationId), member.personId);
    }
    await this.roles.end(tx, organisationId, roleGrantId, now);
    return {
      action: 'role.ended',
      unitId: unit.unitId,
      detail: { role: grant.role, unitId: unit.unitId, unit: unit.name },
    };
  }
}
