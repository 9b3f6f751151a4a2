import { Injectable } from '@nestjs/common';
import type { PersonDetail } from '@rounds/contracts/people';
import { LinkStore } from '../../domains/identity/link.store.ts';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { RoleStore } from '../../domains/identity/role.store.ts';
import { SessionStore } from '../../domains/identity/session.store.ts';
import { Refusal } from '../../platform/problems.ts';
import { type Act, Administration, type Change, mustReachSignIn, type Noted } from './administration.ts';
import { refuseLastAdministrator } from './last-administrator.ts';

/** Closes the organisation to a person, or opens it again. Their records, and other organisations, are not touched. */
@Injectable()
export class SuspendPerson {
  constructor(
    private readonly administration: Administration,
    private readonly memberships: MembershipStore,
    private readonly roles: RoleStore,
    private readonly sessions: SessionStore,
    private readonly links: LinkStore,
  ) {}

  suspend(act: Act, personId: string, reason: string): Promise<PersonDetail> {
    const { organisationId } = act.actor;
    if (personId === act.actor.personId) {
      throw new Refusal('conflict', 'You cannot suspend yourself', { detail: 'Ask another administrator.' });
    }
    return this.administration.changePerson(
      act,
      personId,
      (change) => this.close(change, reason),
      (tx) => this.roles.lockAdministrators(tx, organisationId),
    );
  }

  private async close(change: Change, reason: string): Promise<Noted | null> {
    const { tx, act, member, now } = change;
    const { organisationId } = act.actor;
    mustReachSignIn(change);
    if (member.suspended) return null;
    refuseLastAdministrator(await this.roles.administratorsOf(tx, organisationId), member.personId);
    await this.memberships.suspend(tx, member.personId, organisationId, now);
    await this.links.withdrawOpen(
      tx,
      { personId: member.personId, organisationId, purposes: ['invitation', 'joining-code', 'first-administrator'] },
      now,
    );
    await tx.asSystem(() => this.sessions.endInOrganisation(tx, member.personId, organisationId, now));
    return { action: 'person.suspended', detail: { reason } };
  }

  reinstate(act: Act, personId: string): Promise<PersonDetail> {
    return this.administration.changePerson(act, personId, async (change) => {
      const { tx, member } = change;
      mustReachSignIn(change);
      if (!member.suspended) return null;
      await this.memberships.reinstate(tx, member.personId, act.actor.organisationId);
      return { action: 'person.reinstated', detail: {} };
    });
  }
}
