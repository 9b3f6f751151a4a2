import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { ReceiptSigner } from '../../domains/learning/receipt-signer.ts';
import { notBefore } from '../../domains/learning/rules/not-before.ts';
import type { ReadTx } from '../../platform/db.ts';

type Version = { versionId: string; publishedAt: Date };

/** Tells the earliest that a person's work on a version, or on none, can have happened. */
@Injectable()
export class Earliest {
  constructor(
    private readonly receipts: ReceiptSigner,
    private readonly memberships: MembershipStore,
  ) {}

  /** `about`: the versions that will be asked for; null for what is about none. */
  async of(
    tx: ReadTx,
    { personId, organisationId }: Actor,
    receipts: readonly string[],
    about: readonly (string | null)[],
  ): Promise<(version?: Version) => Date> {
    const given = this.receipts.read(personId, receipts);
    const covered = about.every((versionId) => versionId !== null && given.has(versionId));
    const membership = covered ? null : await this.memberships.find(tx, personId, organisationId);
    const joinedAt = membership?.joinedAt ?? null;
    return (version) =>
      notBefore({ givenAt: version && given.get(version.versionId), publishedAt: version?.publishedAt, joinedAt });
  }
}
