import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import { DocumentStore, type OpenedVersion } from '../../domains/content/document.store.ts';
import { mayRead, noSuchVersion } from '../../domains/content/version.policy.ts';
import { Clock } from '../../platform/clock.ts';
import { Db } from '../../platform/db.ts';
import type { Stored } from '../../platform/http/send-stored.ts';
import { hasRecordsOf } from '../../views/version-records.view.ts';

/** Reads what a version shows its learners. A retired one stays readable for people with records of it. */
@Injectable()
export class OpenVersion {
  constructor(
    private readonly db: Db,
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
  ) {}

  async document(actor: Actor, versionId: string): Promise<Stored> {
    const { plain, brotli, etag } = await this.open(actor, versionId);
    return { mediaType: 'application/json; charset=utf-8', etag, plain, brotli };
  }

  async picture(actor: Actor, versionId: string, file: string): Promise<Stored> {
    const { etag } = await this.open(actor, versionId);
    const media = await this.db.read(actor, (tx) => this.documents.media(tx, versionId, file));
    if (media === null) throw noSuchVersion();
    return { mediaType: media.mediaType, etag, plain: media.bytes, brotli: null };
  }

  private async open(actor: Actor, versionId: string): Promise<OpenedVersion> {
    const now = this.clock.now();
    const version =
      this.documents.recent(versionId, now) ??
      (await this.db.read(actor, (tx) => this.documents.find(tx, versionId, now)));
    if (version === null || !mayRead(actor, version)) throw noSuchVersion();
    if (version.retiredAt !== null && version.retiredAt <= now) await this.demandRecords(actor, versionId);
    return version;
  }

  private async demandRecords(actor: Actor, versionId: string): Promise<void> {
    const has = await this.db.read(actor, (tx) => hasRecordsOf(tx, actor.personId, versionId));
    if (!has) throw noSuchVersion();
  }
}
