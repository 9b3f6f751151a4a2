import { Inject, Injectable } from '@nestjs/common';
import { PASSWORD_RESET_MAIL, type PasswordResetOrder } from '../../domains/identity/account-mail.ts';
import { CredentialStore } from '../../domains/identity/credential.store.ts';
import { LinkStore } from '../../domains/identity/link.store.ts';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { type Person, PersonStore } from '../../domains/identity/person.store.ts';
import { linkExpiry } from '../../domains/identity/rules/link-lifetime.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import type { Tx } from '../../platform/db.ts';
import type { Mail, MailKind } from '../../platform/mail/mail.ts';
import { publicAddress } from '../../platform/public-address.ts';

/** The link to set a new password, if the address typed is that of somebody who can sign in. */
@Injectable()
export class WritePasswordReset implements MailKind {
  readonly kind = PASSWORD_RESET_MAIL;

  constructor(
    private readonly clock: Clock,
    private readonly people: PersonStore,
    private readonly credentials: CredentialStore,
    private readonly memberships: MembershipStore,
    private readonly links: LinkStore,
    private readonly audit: AuditLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async compose(tx: Tx, data: unknown): Promise<Mail | null> {
    const person = await this.people.findByEmail(tx, (data as PasswordResetOrder).email);
    if (person === null || person.email === null) return null;
    if ((await this.credentials.find(tx, person.personId)) === null) return null;
    if ((await this.memberships.openOf(tx, person.personId)).length === 0) return null;
    return letter(
      person.email,
      person.givenName,
      `${publicAddress(this.config)}/sign-in/reset?token=${await this.makeLink(tx, person)}`,
    );
  }

  /** The latest link alone works. */
  private async makeLink(tx: Tx, { personId }: Person): Promise<string> {
    const at = this.clock.now();
    await this.links.withdrawOpen(tx, { personId, organisationId: null, purposes: ['password-reset'] }, at);
    const expiresAt = linkExpiry('password-reset', at);
    const { token } = await this.links.make(tx, {
      purpose: 'password-reset',
      personId,
      organisationId: null,
      madeBy: null,
      at,
      expiresAt,
    });
    await this.audit.add(tx, {
      at,
      action: 'password.reset-link-made',
      actorPersonId: null,
      ...(await this.memberships.placeOf(tx, personId, null, at)),
      subjectPersonId: personId,
    });
    return token;
  }
}

function letter(to: string, givenName: string, link: string): Mail {
  return {
    to,
    subject: 'Set a new password for Rounds',
    text: `Hello ${givenName},

Somebody, we hope you, asked for a new password for Rounds. Set it here:

${link}

The link works once, within the hour.

If you did not ask, do nothing. Your password stays as it is.
`,
  };
}
