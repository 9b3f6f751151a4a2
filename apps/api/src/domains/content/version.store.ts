import { Injectable } from '@nestjs/common';
import type { ReviewedBy } from '@rounds/contracts/catalogue';
import type { Key } from '@rounds/contracts/item';
import type { MarkingDocument } from '@rounds/contracts/marking-document';
import type { ReadTx } from '../../platform/db.ts';
import { Lru } from '../../platform/lru.ts';
import type { VersionStandard } from './rules/about-version.ts';

/** Who vouches for the modules that come with the product. */
const LIBRARY = 'Rounds library';

/** A version as marking, completion and credit need it. The documents are frozen: nobody may change them. */
export type VersionForMarking = {
  versionId: string;
  moduleId: string;
  moduleCode: string;
  pathId: string;
  pathTitle: string;
  major: number;
  minor: number;
  title: string;
  /** BCP 47, as `en-GB`. */
  language: string;
  minutes: number;
  provider: string;
  /** Null: a library module. */
  organisationId: string | null;
  standards: readonly VersionStandard[];
  markingDocument: MarkingDocument;
  publishedAt: Date;
  retiredAt: Date | null;
  /** The reviewer named in the files, or else the asking organisation's sign-off. */
  reviewedBy: ReviewedBy | null;
};

/** A key mended in one organisation, to be put in place of the frozen one. */
export type Correction = { correctionId: string; itemId: string; key: Key; correctedAt: Date };

type Frozen = Pick<VersionForMarking, 'markingDocument' | 'standards'>;
type Weighed = Frozen & { bytes: number };
type Row = Omit<VersionForMarking, keyof Frozen | 'provider'> & { ownerName: string | null };

/** Bytes of JSON held in memory: about 400 versions. */
const CACHED_BYTES = 16_000_000;

@Injectable()
export class VersionStore {
  private readonly frozen = new Lru<Weighed>(CACHED_BYTES, ({ bytes }) => bytes);

  /** Null for a version that does not exist, or that this organisation may not see. */
  async forMarking(tx: ReadTx, versionId: string, organisationId: string): Promise<VersionForMarking | null> {
    const row = await tx.row<Row>(FOR_MARKING, [versionId, organisationId]);
    if (row === null) return null;
    const { ownerName, ...version } = row;
    const { markingDocument, standards } = await this.frozenOf(tx, versionId);
    return { ...version, provider: ownerName ?? LIBRARY, markingDocument, standards };
  }

  /** The latest correction of each item of a version that was mended in an organisation. */
  corrections(tx: ReadTx, versionId: string, organisationId: string): Promise<Correction[]> {
    return tx.rows<Correction>(CORRECTIONS, [versionId, organisationId]);
  }

  private async frozenOf(tx: ReadTx, versionId: string): Promise<Frozen> {
    const known = this.frozen.get(versionId);
    if (known !== undefined) return known;
    const row = await tx.row<Weighed>(FROZEN, [versionId]);
    if (row === null) throw new Error('A version is gone that was there in the same transaction');
    this.frozen.set(versionId, deepFrozen(row));
    return row;
  }
}

/** So that a caller who changes a cached document fails at once, and not the next learner. */
function deepFrozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFrozen(part);
  return Object.freeze(value);
}

/**
 * $1 version, $2 organisation. Row-level security does not tell a library version from another's under the system
 * scope, so the organisation is asked for here too.
 */
const FOR_MARKING = `
  SELECT v.id AS "versionId", v.module_id AS "moduleId", m.code AS "moduleCode", m.path_id AS "pathId", p.title AS "pathTitle",
    v.major, v.minor, v.title, v.language, v.minutes, v.published_at AS "publishedAt", v.organisation_id AS "organisationId",
    o.name AS "ownerName", r.retired_at AS "retiredAt",
    CASE
      WHEN v.file_reviewer IS NOT NULL THEN jsonb_build_object(
        'name', v.file_reviewer->>'name', 'role', v.file_reviewer->>'role', 'on', v.file_reviewer->>'on', 'where', 'file')
      WHEN s.id IS NOT NULL THEN jsonb_build_object(
        'name', s.person_name, 'role', s.person_title, 'on', (s.signed_at AT TIME ZONE here.time_zone)::date, 'where', 'organisation')
    END AS "reviewedBy"
  FROM module_version v
  JOIN learning_module m ON m.id = v.module_id
  JOIN learning_path p ON p.id = m.path_id
  LEFT JOIN version_retirement r ON r.version_id = v.id
  LEFT JOIN organisation o ON o.id = v.organisation_id
  LEFT JOIN sign_off s ON s.version_id = v.id AND s.organisation_id = $2
  LEFT JOIN organisation here ON here.id = s.organisation_id
  WHERE v.id = $1 AND (v.organisation_id IS NULL OR v.organisation_id = $2)`;

const FROZEN = `
  SELECT marking_document AS "markingDocument", about->'standards' AS standards, length(marking_document::text) AS bytes
  FROM module_version WHERE id = $1`;

const CORRECTIONS = `
  SELECT DISTINCT ON (i.item_id) c.id AS "correctionId", i.item_id AS "itemId", c.key, c.corrected_at AS "correctedAt"
  FROM module_version_item vi
  JOIN item_version i ON i.id = vi.item_version_id
  JOIN key_correction c ON c.item_version_id = i.id AND c.organisation_id = $2
  WHERE vi.version_id = $1
  ORDER BY i.item_id, c.corrected_at DESC, c.id DESC`;
