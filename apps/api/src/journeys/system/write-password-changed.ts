import { Inject, Injectable } from '@nestjs/common';
import { PASSWORD_CHANGED_MAIL, type PasswordChangedOrder } from '../../domains/identity/account-mail.ts';
import { PersonStore } from '../../domains/identity/person.store.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import type { Tx } from '../../platform/db.ts';
import type { Mail, MailKind } from '../../platform/mail/mail.ts';
import { publicAddress } from '../../platform/public-address.ts';

/** Tells the owner that their password is another one now. */
@Injectable()
export class WritePasswordChanged implements MailKind {
  readonly kind = PASSWORD_CHANGED_MAIL;

  constructor(
    private readonly people: PersonStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async compose(tx: Tx, data: unknown): Promise<Mail | null> {
    const person = await this.people.find(tx, (data as PasswordChangedOrder).personId);
    if (person === null || person.email === null) return null;
    const text = `Hello ${person.givenName},

Your password for Rounds was changed. Every other device was signed out.

If it was you, there is nothing to do. If not, set a new one now and tell your administrator:

${publicAddress(this.config)}/sign-in/forgotten
`;
    return { to: person.email, subject: 'Your password for Rounds was changed', text };
  }
}
