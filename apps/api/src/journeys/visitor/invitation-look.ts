import { Injectable } from '@nestjs/common';
import type { Invitation } from '@rounds/contracts/invitation';
import { CredentialStore } from '../../domains/identity/credential.store.ts';
import type { Link } from '../../domains/identity/link.store.ts';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { OrganisationStore } from '../../domains/identity/organisation.store.ts';
import { type Person, PersonStore } from '../../domains/identity/person.store.ts';
import { linkToken } from '../../domains/identity/rules/joining-code.ts';
import { wayToAccept } from '../../domains/identity/rules/way-to-accept.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { Db, SYSTEM } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Refusal } from '../../platform/problems.ts';
import { FindLink, linkNotValid } from './find-link.ts';
import type { Visitor } from './open-session.ts';

/** Everything about an open invitation that showing or accepting it needs. */
export type OpenInvitation = {
  /** As kept: what a person typed is brought into this form. */
  token: string;
  link: Link & { organisationId: string };
  /** As the organisation typed them, until they accept. */
  person: Person;
  organisation: string;
  /** Who will be the member: the person themselves, or the one known elsewhere whose address was invited. */
  owner: { personId: string; hash: string | null };
  /** `agree`: the owner is signed in. */
  way: 'set' | 'confirm' | 'agree';
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
    private readonly sessions: Sessions,
  ) {}

  async show(given: string, visitor: Visitor): Promise<Invitation> {
    const { organisation, person, way } = await this.run(given, visitor);
    return { organisation, givenName: person.givenName, familyName: person.familyName, password: way };
  }

  /** Throws for a browser in which somebody else is signed in than the one who must confirm. */
  async run(given: string, visitor: Visitor): Promise<OpenInvitation> {
    const invitation = await this.open(given, visitor);
    if (invitation.way === 'set' || visitor.oldToken === null) return invitation;
    const signedIn = await this.sessions.find(visitor.oldToken);
    if (signedIn === null) return invitation;
    if (signedIn.personId !== invitation.owner.personId) throw forSomebodyElse();
    return { ...invitation, way: 'agree' };
  }

  private async open(given: string, caller: Caller): Promise<OpenInvitation> {
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
      const { invitedEmail } = membership;
      const known = invitedEmail === null ? null : await this.credentials.ofEmail(tx, invitedEmail);
      const owner = known ?? { personId, hash: await this.credentials.find(tx, personId) };
      const way = wayToAccept({
        known: known !== null,
        hasPassword: owner.hash !== null,
        organisations: await this.memberships.countOf(tx, personId),
      });
      const typed = { ...person, email: invitedEmail ?? person.email };
      return { token, link: { ...link, organisationId }, person: typed, organisation: organisation.name, owner, way };
    });
  }
}

/** It says no more: whose it is, is not for the one who is signed in to know. */
function forSomebodyElse(): Refusal {
  return new Refusal('not-allowed', 'This invitation is not for you', {
    detail: 'Somebody else is meant than the person who is signed in here. Sign out, then open the link again.',
  });
}
