import { Injectable } from '@nestjs/common';
import { ADDRESS_CHANGED_MAIL, type AddressChangedOrder } from '../../domains/identity/account-mail.ts';
import { OrganisationStore } from '../../domains/identity/organisation.store.ts';
import { PersonStore } from '../../domains/identity/person.store.ts';
import type { Tx } from '../../platform/db.ts';
import type { Mail, MailKind } from '../../platform/mail/mail.ts';

/** Tells the old address that it is no longer that of the account. The new one is not named. */
@Injectable()
export class WriteAddressChanged implements MailKind {
  readonly kind = ADDRESS_CHANGED_MAIL;

  constructor(
    private readonly people: PersonStore,
    private readonly organisations: OrganisationStore,
  ) {}

  async compose(tx: Tx, data: unknown): Promise<Mail | null> {
    const { personId, organisationId, oldEmail } = data as AddressChangedOrder;
    const person = await this.people.find(tx, personId);
    const organisation = await this.organisations.find(tx, organisationId);
    if (person === null || organisation === null || person.email?.toLowerCase() === oldEmail.toLowerCase()) return null;
    const text = `Hello ${person.givenName},

An administrator of ${organisation.name} changed the e-mail address of your Rounds account. This address no longer signs in.

If you did not ask for this, tell ${organisation.name} now.
`;
    return { to: oldEmail, subject: 'The e-mail address of your Rounds account was changed', text };
  }
}
