import { Injectable } from '@nestjs/common';
import type { Invitation } from '@rounds/contracts/invitation';
import { CredentialStore } from '../../domains/identity/credential.store.ts';
import type { Link } from '../../domains/identity/link.store.ts';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { OrganisationStore } from '../../domains/identity/organisation.store.ts';
import { type Person, PersonStore } from '../../domains/identity/person.store.ts';
import { linkToken } from '../../domains/identity/rules/joining-code.ts';
import { wayToAccept } from '../../domains/identity/rules/way-to-accept.ts';
import { Db, SYSTEM } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { FindLink, linkNotValid } from './find-link.ts';

/** Everything about an open invitation that showing or accepting it needs. */
export type OpenInvitation = {
  /** As kept: what a person typed is brought into this form. */
  token: string;
  link: Link & { organisationId: string };
  person: Person;
  organisation: string;
  hash: string | null;
  way: 'set' | 'confirm';
};

/** Finds what an invitation, a printed joining code or the first administrator's link is for; uses nothing up. */
@Injectable()
export class InvitationLook {
  constructor(
    private readonly db: Db,
    private readonly find: FindLink,
    private readonly people: PersonStore,
    private readonly organisations: OrganisationStore,
    private readonly memberships: MembershipStore,
    private readonly credentials: CredentialStore,
  ) {}

  async show(given: string, caller: Caller): Promise<Invitation> {
    const { organisation, person, way } = await this.run(given, caller);
    return { organisation, givenName: person.givenName, familyName: person.familyName, password: way };
  }

  async run(given: string, caller: Caller): Promise<OpenInvitation> {
    const token = linkToken(given);
    const link = await this.find.run(token, ['invitation', 'joining-code', 'first-administrator'], caller);
    const { personId, organisationId } = link;
    if (organisationId === null) throw linkNotValid();
    return this.db.read(SYSTEM, async (tx) => {
      const person = await this.people.find(tx, personId);
      const organisation = await this.organisations.find(tx, organisationId);
      const membership = await this.memberships.find(tx, personId, organisationId);
      if (person === null || organisation === null || membership === null || membership.suspendedAt !== null)
        throw linkNotValid();
      const hash = await this.credentials.find(tx, personId);
      const way = wayToAccept({
        hasPassword: hash !== null,
        organisations: await this.memberships.countOf(tx, personId),
      });
      return { token, link: { ...link, organisationId }, person, organisation: organisation.name, hash, way };
    });
  }
}
