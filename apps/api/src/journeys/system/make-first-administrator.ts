import { Injectable } from '@nestjs/common';
import { LinkStore } from '../../domains/identity/link.store.ts';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { type Organisation, OrganisationStore } from '../../domains/identity/organisation.store.ts';
import { type Person, PersonStore } from '../../domains/identity/person.store.ts';
import { RoleStore } from '../../domains/identity/role.store.ts';
import { linkExpiry } from '../../domains/identity/rules/link-lifetime.ts';
import { UnitStore } from '../../domains/identity/unit.store.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, SYSTEM, type Tx } from '../../platform/db.ts';
import { Refusal } from '../../platform/problems.ts';
import { v7 } from '../../platform/uuid.ts';

export type FirstAdministrator = {
  organisation: string;
  code: string;
  timeZone: string;
  givenName: string;
  familyName: string;
  email: string;
  /** Also when there is an administrator already: another organisation, or another link for the one whose link is lost. */
  again: boolean;
};

/** Gives an installation its organisation and the person who then invites everybody else. */
@Injectable()
export class MakeFirstAdministrator {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly organisations: OrganisationStore,
    private readonly units: UnitStore,
    private readonly people: PersonStore,
    private readonly memberships: MembershipStore,
    private readonly roles: RoleStore,
    private readonly links: LinkStore,
    private readonly audit: AuditLog,
  ) {}

  /** Returns the token of the one-use link. It is kept nowhere. */
  run(wanted: FirstAdministrator): Promise<{ token: string; expiresAt: Date; organisation: Organisation }> {
    return this.db.transaction(SYSTEM, async (tx) => {
      if (!wanted.again && (await this.roles.anyAdministrator(tx))) {
        throw new Refusal('already-done', 'There is an administrator already', {
          detail: 'Add --again to make another.',
        });
      }
      const at = this.clock.now();
      const organisation =
        (await this.organisations.findByShortCode(tx, wanted.code)) ?? (await this.found(tx, wanted, at));
      const { personId } = (await this.people.findByEmail(tx, wanted.email)) ?? (await this.add(tx, wanted, at));
      await this.appoint(tx, personId, organisation.organisationId, at);
      return { ...(await this.link(tx, personId, organisation.organisationId, at)), organisation };
    });
  }

  private async found(
    tx: Tx,
    { organisation: name, code, timeZone }: FirstAdministrator,
    at: Date,
  ): Promise<Organisation> {
    const organisation = { organisationId: v7(at), name, shortCode: code.toLowerCase(), timeZone };
    await this.organisations.add(tx, { ...organisation, at });
    await this.units.add(tx, { unitId: v7(at), organisationId: organisation.organisationId, parentId: null, name, at });
    return organisation;
  }

  private async add(tx: Tx, { givenName, familyName, email }: FirstAdministrator, at: Date): Promise<Person> {
    const person = { personId: v7(at), givenName, familyName, email };
    await this.people.add(tx, { ...person, at });
    return person;
  }

  private async appoint(tx: Tx, personId: string, organisationId: string, at: Date): Promise<void> {
    if ((await this.memberships.find(tx, personId, organisationId)) === null) {
      await this.memberships.add(tx, { personId, organisationId, staffNumber: null, joinedAt: at, pending: true });
    }
    const root = await this.units.findRoot(tx, organisationId);
    if (root === null) throw new Error('An organisation without a root unit');
    const held = await this.roles.of(tx, personId, organisationId);
    if (held.some(({ role, unitId }) => role === 'administrator' && unitId === root.unitId)) return;
    await this.roles.grant(tx, {
      roleGrantId: v7(at),
      personId,
      organisationId,
      role: 'administrator',
      unitId: root.unitId,
      grantedAt: at,
    });
  }

  private async link(
    tx: Tx,
    personId: string,
    organisationId: string,
    at: Date,
  ): Promise<{ token: string; expiresAt: Date }> {
    const purpose = 'first-administrator';
    const expiresAt = linkExpiry(purpose, at);
    await this.links.withdrawOpen(tx, { personId, organisationId, purposes: [purpose] }, at);
    const { token } = await this.links.make(tx, { purpose, personId, organisationId, madeBy: null, at, expiresAt });
    await this.audit.add(tx, {
      at,
      action: 'first-administrator.made',
      actorPersonId: null,
      organisationId,
      subjectPersonId: personId,
    });
    return { token, expiresAt };
  }
}
