import { Injectable } from '@nestjs/common';
import type { DiscussionKit } from '@rounds/contracts/discussion';
import type { LearnerDocument } from '@rounds/contracts/learner-document';
import type { MarkingDocument } from '@rounds/contracts/marking-document';
import type { Tx } from '../../platform/db.ts';
import type { StoredBytes } from '../../platform/stored-bytes.ts';
import { aboutVersion } from './rules/about-version.ts';
import type { KnownVersion } from './rules/decide-import.ts';

export type PathRow = {
  id: string;
  organisationId: string | null;
  code: string;
  title: string;
  summary: string;
  position: number;
  /** What a group needs to discuss it; null for a path without. */
  discussion: DiscussionKit | null;
};
export type MediaFile = { file: string; mediaType: string; bytes: Uint8Array };

/** Everything that becomes one frozen version. */
export type Publication = {
  /** Null: a library module. */
  organisationId: string | null;
  /** Of the module within its path, from 1. */
  position: number;
  major: number;
  minor: number;
  changeNote: string;
  contentHash: string;
  publishedAt: Date;
  learnerDocument: LearnerDocument;
  /** `learnerDocument` as JSON. */
  stored: StoredBytes;
  markingDocument: MarkingDocument;
  items: readonly PublishedItem[];
  media: readonly MediaFile[];
  /** What a search looks through, in plain words; nothing of the quiz. */
  searchText: string;
};

/** An item of `markingDocument`. `contentHash` tells editions apart; `code` is its name within the module. */
export type PublishedItem = { itemId: string; code: string; contentHash: string };

/** Writes what is published. Versions and items are insert-only; a path and a module's place in it may change. */
@Injectable()
export class PublicationStore {
  async putPath(tx: Tx, path: PathRow): Promise<void> {
    await tx.rows(PUT_PATH, [
      path.id,
      path.organisationId,
      path.code,
      path.title,
      path.summary,
      path.position,
      path.discussion,
    ]);
  }

  /** The path must exist, and the version must not. */
  async publish(tx: Tx, publication: Publication): Promise<void> {
    const { learnerDocument: document, organisationId, media } = publication;
    await tx.rows(PUT_MODULE, [
      document.moduleId,
      organisationId,
      document.moduleCode,
      document.pathId,
      publication.position,
    ]);
    await tx.rows(ADD_VERSION, versionValues(publication));
    await this.addItems(tx, publication);
    for (const { file, mediaType, bytes } of media) {
      await tx.rows('INSERT INTO version_media (version_id, file, media_type, bytes) VALUES ($1, $2, $3, $4)', [
        document.versionId,
        file,
        mediaType,
        Buffer.from(bytes),
      ]);
    }
  }

  /** All versions of a module, whatever became of them. */
  versionsOf(tx: Tx, moduleId: string): Promise<KnownVersion[]> {
    return tx.rows('SELECT major, minor, content_hash AS "contentHash" FROM module_version WHERE module_id = $1', [
      moduleId,
    ]);
  }

  /** Moves a module within its path. */
  async place(tx: Tx, moduleId: string, position: number): Promise<void> {
    await tx.rows('UPDATE learning_module SET position = $2 WHERE id = $1 AND position <> $2', [moduleId, position]);
  }

  /** An item whose content is that of its latest edition keeps it; others get a new one. */
  private async addItems(tx: Tx, publication: Publication): Promise<void> {
    const { learnerDocument, organisationId, markingDocument, items } = publication;
    const content = new Map(markingDocument.items.map((item) => [item.itemId, item]));
    const rows = items.map(({ itemId, code, contentHash }, index) => {
      const item = content.get(itemId);
      return { id: itemId, code, kind: item?.kind, content: item, hash: contentHash, position: index + 1 };
    });
    const json = JSON.stringify(rows);
    await tx.rows(ADD_ITEMS, [json, learnerDocument.moduleId, organisationId]);
    await tx.rows(ADD_ITEM_VERSIONS, [json, organisationId]);
    await tx.rows(LINK_ITEMS, [json, learnerDocument.versionId, organisationId]);
  }
}

function versionValues(publication: Publication) {
  const { learnerDocument: document, markingDocument, stored, media } = publication;
  return [
    document.versionId,
    document.moduleId,
    publication.organisationId,
    publication.major,
    publication.minor,
    publication.changeNote,
    document.title,
    document.summary,
    document.language,
    document.level,
    document.audience,
    document.capabilities.map(({ framework, code }) => `${framework}:${code}`),
    document.minutes,
    document.cards.length,
    stored.brotli.length + media.reduce((sum, { bytes }) => sum + bytes.length, 0),
    document.reviewBy,
    document.reviewedBy,
    publication.contentHash,
    publication.publishedAt,
    stored.plain,
    stored.brotli,
    stored.etag,
    markingDocument,
    aboutVersion(document),
    document.outcomes.map(({ text }) => text).join('\n'),
    publication.searchText,
  ];
}

const PUT_PATH = `
  INSERT INTO learning_path AS p (id, organisation_id, code, title, summary, position, discussion) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (id) DO UPDATE SET title = excluded.title, summary = excluded.summary, position = excluded.position,
    discussion = excluded.discussion
  WHERE (p.title, p.summary, p.position, p.discussion)
    IS DISTINCT FROM (excluded.title, excluded.summary, excluded.position, excluded.discussion)`;

const PUT_MODULE = `
  INSERT INTO learning_module AS m (id, organisation_id, code, path_id, position) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (id) DO UPDATE SET path_id = excluded.path_id, position = excluded.position
  WHERE (m.path_id, m.position) IS DISTINCT FROM (excluded.path_id, excluded.position)`;

/** Weights: title, then summary and outcomes, then the cards' words. */
const ADD_VERSION = `
  INSERT INTO module_version (id, module_id, organisation_id, major, minor, change_note, title, summary, language, level, audience,
    capabilities, minutes, card_count, wire_bytes, review_by, file_reviewer, content_hash, published_at, learner_document,
    learner_document_br, etag, marking_document, about, search)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
    setweight(to_tsvector('english', $7), 'A') || setweight(to_tsvector('english', $8 || ' ' || $25::text), 'B')
      || setweight(to_tsvector('english', $26::text), 'C'))`;

const ADD_ITEMS = `
  INSERT INTO item (id, module_id, organisation_id, code)
  SELECT i.id, $2, $3, i.code FROM jsonb_to_recordset($1::jsonb) AS i(id uuid, code text)
  ON CONFLICT (id) DO NOTHING`;

const LATEST = `
  LEFT JOIN LATERAL (
    SELECT e.id, e.number, e.content_hash FROM item_version e WHERE e.item_id = i.id ORDER BY e.number DESC LIMIT 1) latest ON true`;

const ADD_ITEM_VERSIONS = `
  INSERT INTO item_version (id, item_id, organisation_id, number, kind, content, content_hash)
  SELECT gen_random_uuid(), i.id, $2, coalesce(latest.number, 0) + 1, i.kind, i.content, i.hash
  FROM jsonb_to_recordset($1::jsonb) AS i(id uuid, kind text, content jsonb, hash text) ${LATEST}
  WHERE latest.content_hash IS DISTINCT FROM i.hash`;

const LINK_ITEMS = `
  INSERT INTO module_version_item (version_id, item_version_id, organisation_id, position)
  SELECT $2, latest.id, $3, i.position FROM jsonb_to_recordset($1::jsonb) AS i(id uuid, position int) ${LATEST}`;
