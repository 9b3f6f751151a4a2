import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@rounds/contracts/endpoint';
import type { signIn } from '@rounds/contracts/session';
import { CredentialStore } from '../../domains/identity/credential.store.ts';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { OrganisationStore } from '../../domains/identity/organisation.store.ts';
import { PersonStore } from '../../domains/identity/person.store.ts';
import { pickOrganisation } from '../../domains/identity/rules/pick-organisation.ts';
import { accountName, type Identifier, readIdentifier } from '../../domains/identity/rules/read-identifier.ts';
import { type Counted, ThrottleStore } from '../../domains/identity/throttle.store.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { isPassword } from '../../platform/auth/password-hash.ts';
import { sourceOf } from '../../platform/auth/source-address.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, SYSTEM, type Tx } from '../../platform/db.ts';
import { Refusal } from '../../platform/problems.ts';
import { type Opened, OpenSession, type Visitor } from './open-session.ts';
import { tooManyTries } from '../../platform/too-many-tries.ts';

type Account = Exclude<Identifier, { kind: 'code-missing' }>;
/** Somebody, or nobody, behind an identifier. A staff number also names the organisation. */
type Candidate = { personId: string | null; organisationId: string | null; hash: string | null };

const NOBODY: Candidate = { personId: null, organisationId: null, hash: null };

/** By e-mail address or staff number, and password. What is answered and how long it takes tell nothing about who has an account. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly organisations: OrganisationStore,
    private readonly people: PersonStore,
    private readonly memberships: MembershipStore,
    private readonly credentials: CredentialStore,
    private readonly throttle: ThrottleStore,
    private readonly opening: OpenSession,
    private readonly audit: AuditLog,
  ) {}

  async run(input: BodyOf<typeof signIn>, visitor: Visitor): Promise<Opened> {
    const account = readIdentifier(input.identifier, input.organisationCode);
    if (account.kind === 'code-missing') throw codeMissing();
    const candidate = await this.db.transaction(SYSTEM, async (tx) => {
      const wait = await this.throttle.admit(tx, countedFor(account, visitor), this.clock.now());
      if (wait > 0) throw tooManyTries(wait);
      return this.candidate(tx, account);
    });
    const matches = await isPassword(candidate.hash, input.password);
    if (candidate.personId === null || !matches) return this.refuse(candidate, visitor);
    const opened = await this.db.transaction(SYSTEM, (tx) => this.open(tx, { ...candidate, personId: candidate.personId! }, account, input, visitor));
    if (opened === null) throw new Refusal('not-allowed', 'No organisation is open to you now', { detail: 'Ask your administrator.' });
    return opened;
  }

  private async candidate(tx: Tx, account: Account): Promise<Candidate> {
    if (account.kind === 'email') {
      const person = await this.people.findByEmail(tx, account.email);
      return person === null ? NOBODY : this.withHash(tx, person.personId, null);
    }
    const organisation = await this.organisations.findByShortCode(tx, account.organisationCode);
    const member = organisation && (await this.memberships.findByStaffNumber(tx, organisation.organisationId, account.staffNumber));
    return member === null ? NOBODY : this.withHash(tx, member.personId, member.organisationId);
  }

  private async withHash(tx: Tx, personId: string, organisationId: string | null): Promise<Candidate> {
    return { personId, organisationId, hash: await this.credentials.find(tx, personId) };
  }

  /** Null when the password is right and every organisation is closed to the person. */
  private async open(
    tx: Tx,
    candidate: Candidate & { personId: string },
    account: Account,
    input: BodyOf<typeof signIn>,
    visitor: Visitor,
  ): Promise<Opened | null> {
    const [ofAccount, ofAddress] = countedFor(account, visitor);
    await this.throttle.clear(tx, ofAccount);
    await this.throttle.forgive(tx, ofAddress);
    const { personId, organisationId: named } = candidate;
    const open = await this.opening.openTo(tx, personId);
    const possible = named === null ? open : open.filter(({ organisationId }) => organisationId === named);
    if (possible.length === 0) return null;
    const organisationId = pickOrganisation(possible, input.organisationId);
    const opening = { personId, organisationId, open, sharedDevice: input.sharedDevice, by: account.kind, at: this.clock.now() };
    return this.opening.run(tx, opening, visitor);
  }

  /** Audited without what was typed: people type passwords into the wrong field. */
  private async refuse({ personId }: Candidate, visitor: Visitor): Promise<never> {
    await this.db.transaction(SYSTEM, (tx) =>
      this.audit.add(tx, {
        at: this.clock.now(), action: 'sign-in.failed', actorPersonId: null, organisationId: null, subjectPersonId: personId,
        sourceAddress: visitor.address, correlationId: visitor.correlationId,
      }),
    );
    throw new Refusal('sign-in-failed', 'That did not match an account', { detail: 'Check what you typed. If you do not know your password, ask for a new one.' });
  }
}

function countedFor(account: Account, { address }: Visitor): [Counted, Counted] {
  return [{ pace: 'account', of: accountName(account) }, { pace: 'address', of: sourceOf(address) }];
}

function codeMissing(): Refusal {
  const message = 'Type the short code of your organisation beside a staff number.';
  return new Refusal('invalid-request', 'A staff number needs the organisation code', { faults: [{ field: 'organisationCode', message }] });
}
