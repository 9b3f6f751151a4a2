import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@rounds/contracts/endpoint';
import type { signIn } from '@rounds/contracts/session';
import { type Account, CredentialStore } from '../../domains/identity/credential.store.ts';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { OrganisationStore } from '../../domains/identity/organisation.store.ts';
import { countTries } from '../../domains/identity/rules/count-tries.ts';
import { pickOrganisation } from '../../domains/identity/rules/pick-organisation.ts';
import { accountName, type Identifier, readIdentifier } from '../../domains/identity/rules/read-identifier.ts';
import { ThrottleStore } from '../../domains/identity/throttle.store.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { isDeviceMark } from '../../platform/auth/device-mark.ts';
import { isPassword } from '../../platform/auth/password-hash.ts';
import { sourceOf } from '../../platform/auth/source-address.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, type ReadTx, SYSTEM, type Tx } from '../../platform/db.ts';
import { Refusal } from '../../platform/problems.ts';
import { tooManyTries } from '../../platform/too-many-tries.ts';
import { type Opened, OpenSession, type Visitor } from './open-session.ts';

type Input = BodyOf<typeof signIn>;
type Named = Exclude<Identifier, { kind: 'code-missing' }>;

/** By e-mail address or staff number, and password. What is answered and how long it takes tell nothing about who has an account. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly credentials: CredentialStore,
    private readonly memberships: MembershipStore,
    private readonly organisations: OrganisationStore,
    private readonly throttle: ThrottleStore,
    private readonly opening: OpenSession,
    private readonly audit: AuditLog,
  ) {}

  async run(input: Input, visitor: Visitor): Promise<Opened> {
    const named = readIdentifier(input.identifier, input.organisationCode);
    if (named.kind === 'code-missing') throw codeMissing();
    const account = await this.db.read(SYSTEM, (tx) => this.find(tx, named));
    const counted = this.counted(named, account, visitor);
    const wait = await this.throttle.admit([counted.own, ...counted.shared], this.clock.now());
    if (wait > 0) throw tooManyTries(wait);
    const matches = await isPassword(account?.hash ?? null, input.password);
    if (account === null || !matches) return this.refuse(named, account, visitor);
    const opened = await this.db.transaction(SYSTEM, (tx) =>
      this.open(tx, account, { ...input, by: named.kind }, visitor),
    );
    await this.throttle.succeed(counted);
    if (opened === null) throw nothingOpen();
    return opened;
  }

  private counted(named: Named, account: Account | null, { address, deviceMark: mark }: Visitor) {
    const { personId, hash } = account ?? { personId: '', hash: null };
    const known = mark !== null && hash !== null && isDeviceMark(mark, hash, personId, this.clock.now());
    return countTries({ account: accountName(named), source: sourceOf(address), device: known ? mark : null });
  }

  private find(tx: ReadTx, named: Named): Promise<Account | null> {
    if (named.kind === 'email') return this.credentials.ofEmail(tx, named.email);
    return this.credentials.ofStaffNumber(tx, named.organisationCode, named.staffNumber);
  }

  /** By the code typed beside a staff number. */
  private async organisationNamed(tx: Tx, named: Named): Promise<string | null> {
    if (named.kind === 'email') return null;
    return (await this.organisations.findByShortCode(tx, named.organisationCode))?.organisationId ?? null;
  }

  /** Null when the password is right and every organisation is closed to the person. */
  private async open(
    tx: Tx,
    account: Account,
    input: Input & { by: string },
    visitor: Visitor,
  ): Promise<Opened | null> {
    const { personId, organisationId: only, hash: passwordHash } = account;
    const open = await this.opening.openTo(tx, personId);
    const possible = only === null ? open : open.filter(({ organisationId }) => organisationId === only);
    if (possible.length === 0) return null;
    const organisationId = pickOrganisation(possible, input.organisationId);
    const { sharedDevice, by } = input;
    const at = this.clock.now();
    return this.opening.run(tx, { personId, organisationId, open, passwordHash, sharedDevice, by, at }, visitor);
  }

  /**
   * Audited without what was typed: people type passwords into the wrong field. As many look-ups whether or not there is
   * an account.
   */
  private async refuse(named: Named, account: Account | null, visitor: Visitor): Promise<never> {
    const at = this.clock.now();
    const personId = account?.personId ?? null;
    await this.db.transaction(SYSTEM, async (tx) => {
      await this.audit.add(tx, {
        at,
        action: 'sign-in.failed',
        actorPersonId: null,
        ...(await this.memberships.placeOf(tx, personId, await this.organisationNamed(tx, named), at)),
        subjectPersonId: personId,
        sourceAddress: visitor.address,
        correlationId: visitor.correlationId,
      });
    });
    throw new Refusal('sign-in-failed', 'That did not match an account', {
      detail: 'Check what you typed. If you do not know your password, ask for a new one.',
    });
  }
}

function codeMissing(): Refusal {
  const message = 'Type the short code of your organisation beside a staff number.';
  return new Refusal('invalid-request', 'A staff number needs the organisation code', {
    faults: [{ field: 'organisationCode', message }],
  });
}

function nothingOpen(): Refusal {
  return new Refusal('not-allowed', 'No organisation is open to you now', { detail: 'Ask your administrator.' });
}
