import { Inject, Injectable } from '@nestjs/common';
import { INVITATION_MAIL, type InvitationOrder } from '../../domains/identity/account-mail.ts';
import { LinkStore } from '../../domains/identity/link.store.ts';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { OrganisationStore } from '../../domains/identity/organisation.store.ts';
import { PersonStore } from '../../domains/identity/person.store.ts';
import { joinPath } from '../../domains/identity/rules/join-path.ts';
import { sayInstant } from '../../domains/identity/rules/say-instant.ts';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import type { Tx } from '../../platform/db.ts';
import type { Mail, MailKind } from '../../platform/mail/mail.ts';
import { publicAddress } from '../../platform/public-address.ts';

/** An administrator's invitation, unless it was used, withdrawn or ran out, or the person was suspended, in the meantime. */
@Injectable()
export class WriteInvitation implements MailKind {
  readonly kind = INVITATION_MAIL;

  constructor(
    private readonly clock: Clock,
    private readonly links: LinkStore,
    private readonly people: PersonStore,
    private readonly organisations: OrganisationStore,
    private readonly memberships: MembershipStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async compose(tx: Tx, data: unknown): Promise<Mail | null> {
    const now = this.clock.now();
    const link = await this.links.findOpenById(tx, (data as InvitationOrder).linkId, now);
    if (link === null || link.organisationId === null) return null;
    const person = await this.people.find(tx, link.personId);
    const organisation = await this.organisations.find(tx, link.organisationId);
    const membership = await this.memberships.find(tx, link.personId, link.organisationId);
    const to = membership?.invitedEmail ?? person?.email ?? null;
    if (
      person === null ||
      to === null ||
      organisation === null ||
      membership === null ||
      membership.suspendedAt !== null
    )
      return null;
    const token = await this.links.renew(tx, link.linkId, now);
    if (token === null) return null;
    const text = `Hello ${person.givenName},

${organisation.name} has added you to Rounds: short learning modules on digital, data and AI in care, with a CPD record of what you finish.

Join here:

${publicAddress(this.config)}${joinPath(token)}

The link works once, until ${sayInstant(link.expiresAt, organisation.timeZone)}.

If this is not meant for you, do nothing.
`;
    return { to, subject: `Join ${organisation.name} on Rounds`, text };
  }
}
