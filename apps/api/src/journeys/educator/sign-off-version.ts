import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { BodyOf, ResponseOf } from '@rounds/contracts/endpoint';
import type {
  listVersionsForReview,
  readVersionForReview,
  ReviewState,
  signOffVersion,
  VersionForReview,
} from '@rounds/contracts/sign-off';
import { SignOffStore } from '../../domains/content/sign-off.store.ts';
import { noSuchVersion } from '../../domains/content/version.policy.ts';
import { VersionStore } from '../../domains/content/version.store.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, type Tx } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Refusal } from '../../platform/problems.ts';
import { v7 } from '../../platform/uuid.ts';
import { signatory } from '../../views/signatory.view.ts';
import { countWaiting, versionForReview, versionsForReview, versionTexts } from '../../views/version-review.view.ts';

type List = ResponseOf<typeof listVersionsForReview>;
type Reading = ResponseOf<typeof readVersionForReview>;

/** A reviewer reads what is published and vouches for it in their organisation. */
@Injectable()
export class SignOffVersion {
  constructor(
    private readonly db: Db,
    private readonly versions: VersionStore,
    private readonly signOffs: SignOffStore,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: { state?: ReviewState | undefined; cursor?: string | undefined }): Promise<List> {
    return this.db.read(actor, async (tx) => {
      const page = await versionsForReview(tx, { ...this.asked(actor), state: query.state ?? null }, query.cursor);
      return { ...page, waiting: await countWaiting(tx, actor.organisationId) };
    });
  }

  /** The whole version, keys included. */
  read(actor: Actor, versionId: string): Promise<Reading> {
    return this.db.read(actor, async (tx) => {
      const version = await versionForReview(tx, this.asked(actor), versionId);
      const texts = await versionTexts(tx, this.asked(actor), versionId);
      if (version === null || texts === null) throw noSuchVersion();
      const mended = new Map(
        (await this.versions.corrections(tx, versionId, actor.organisationId)).map(({ itemId, key }) => [itemId, key]),
      );
      const items = texts.items.map((item) => ({
        ...item,
        key: mended.get(item.itemId) ?? item.key,
        mended: mended.has(item.itemId),
      }));
      return { ...version, ...texts, items };
    });
  }

  sign(
    actor: Actor,
    versionId: string,
    { comment }: BodyOf<typeof signOffVersion>,
    caller: Caller,
  ): Promise<VersionForReview> {
    return this.db.transaction(actor, async (tx) => {
      const version = await this.versions.forMarking(tx, versionId, actor.organisationId);
      if (version === null) throw noSuchVersion();
      if (version.retiredAt !== null) throw new Refusal('version-retired', 'This version was taken back');
      if (version.reviewedBy !== null || !(await this.add(tx, actor, versionId, comment))) {
        throw new Refusal('already-done', 'A named reviewer vouches for this version already');
      }
      await this.audit.add(tx, {
        at: this.clock.now(),
        action: 'version.signed-off',
        actorPersonId: actor.personId,
        organisationId: actor.organisationId,
        unitId: actor.postUnitIds[0] ?? null,
        detail: { versionId, module: version.moduleCode, version: `${version.major}.${version.minor}` },
        sourceAddress: caller.address,
        correlationId: caller.correlationId,
      });
      const signed = await versionForReview(tx, this.asked(actor), versionId);
      if (signed === null) throw new Error('A version is gone that was signed in the same transaction');
      return signed;
    });
  }

  private async add(tx: Tx, { personId, organisationId }: Actor, versionId: string, comment: string): Promise<boolean> {
    const at = this.clock.now();
    const { name, title } = await signatory(tx, { personId, organisationId, at, role: 'Reviewer' });
    const person = { personId, personName: name, personTitle: title };
    return this.signOffs.add(tx, { signOffId: v7(at), versionId, organisationId, ...person, comment, signedAt: at });
  }

  private asked({ organisationId }: Actor): { organisationId: string; now: Date } {
    return { organisationId, now: this.clock.now() };
  }
}
