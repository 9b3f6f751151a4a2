import { Injectable } from '@nestjs/common';
import type { ReadTx } from '../../platform/db.ts';
import { Lru } from '../../platform/lru.ts';
import type { StoredBytes } from '../../platform/stored-bytes.ts';

/** The bytes of a learner document, and who may have them. */
export type VersionBytes = StoredBytes & { organisationId: string | null };
export type OpenedVersion = VersionBytes & { retiredAt: Date | null };
type Standing = { retiredAt: Date | null; asOf: number };

/** Bytes of documents held in memory: about 600 versions. */
const CACHED_BYTES = 24_000_000;
/** How long a retirement by another process may go unseen, in milliseconds (our choice). */
const STANDING_HOLDS = 5_000;

/** Learner documents as sent. The bytes are frozen and kept in memory; whether a version is retired is asked again. */
@Injectable()
export class DocumentStore {
  private readonly bytes = new Lru<VersionBytes>(CACHED_BYTES, ({ plain, brotli }) => plain.length + brotli.length);
  private readonly standing = new Lru<Standing>(10_000, () => 1);

  /** From memory alone; null where the database must be asked. The caller must check who may see it. */
  recent(versionId: string, now: Date): OpenedVersion | null {
    const standing = this.standing.get(versionId);
    if (standing === undefined || Math.abs(now.getTime() - standing.asOf) >= STANDING_HOLDS) return null;
    const bytes = this.bytes.get(versionId);
    return bytes === undefined ? null : { ...bytes, retiredAt: standing.retiredAt };
  }

  /** Null for a version that the transaction's organisation may not see. */
  async find(tx: ReadTx, versionId: string, now: Date): Promise<OpenedVersion | null> {
    const row = await tx.row<{ retiredAt: Date | null }>(STANDING, [versionId]);
    if (row === null) return null;
    const bytes = this.bytes.get(versionId) ?? (await tx.row<VersionBytes>(BYTES, [versionId]));
    if (bytes === null) return null;
    this.bytes.set(versionId, bytes);
    this.standing.set(versionId, { ...row, asOf: now.getTime() });
    return { ...bytes, ...row };
  }

  /** Null for a file that the version does not have. */
  media(tx: ReadTx, versionId: string, file: string): Promise<{ mediaType: string; bytes: Buffer } | null> {
    return tx.row('SELECT media_type AS "mediaType", bytes FROM version_media WHERE version_id = $1 AND file = $2', [
      versionId,
      file,
    ]);
  }
}

const STANDING = `
  SELECT r.retired_at AS "retiredAt" FROM module_version v LEFT JOIN version_retirement r ON r.version_id = v.id WHERE v.id = $1`;

const BYTES = `
  SELECT organisation_id AS "organisationId", learner_document AS plain, learner_document_br AS brotli, etag
  FROM module_version WHERE id = $1`;
