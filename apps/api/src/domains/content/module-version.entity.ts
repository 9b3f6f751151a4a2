import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A published version, frozen: its row is never changed. */
@Entity('module_version')
export class ModuleVersionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'module_id', type: 'uuid' })
  moduleId: string;

  /** Null: of the library, which every organisation reads. */
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId: string | null;

  @Column({ type: 'int' })
  major: number;

  @Column({ type: 'int' })
  minor: number;

  @Column({ name: 'change_note', type: 'text' })
  changeNote: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  summary: string;

  @Column({ type: 'text' })
  language: string;

  @Column({ type: 'text' })
  level: string;

  @Column({ type: 'text', array: true })
  audience: string[];

  /** Each "framework:code". */
  @Column({ type: 'text', array: true })
  capabilities: string[];

  /** Stated, for cards and quiz. */
  @Column({ type: 'int' })
  minutes: number;

  @Column({ name: 'card_count', type: 'int' })
  cardCount: number;

  /** The learner document with Brotli, and its media. */
  @Column({ name: 'wire_bytes', type: 'int' })
  wireBytes: number;

  @Column({ name: 'review_by', type: 'date' })
  reviewBy: string;

  /** A named person in its files: Reviewer. */
  @Column({ name: 'file_reviewer', type: 'jsonb', nullable: true })
  fileReviewer: object | null;

  /** Of what its author wrote. */
  @Column({ name: 'content_hash', type: 'text' })
  contentHash: string;

  @Column({ name: 'published_at', type: 'timestamptz' })
  publishedAt: Date;

  /** JSON as sent: LearnerDocument. */
  @Column({ name: 'learner_document', type: 'bytea' })
  learnerDocument: Buffer;

  /** The same bytes with Brotli. */
  @Column({ name: 'learner_document_br', type: 'bytea' })
  learnerDocumentBr: Buffer;

  @Column({ type: 'text' })
  etag: string;

  /** Never sent to a learner who has not passed: MarkingDocument. */
  @Column({ name: 'marking_document', type: 'jsonb' })
  markingDocument: object;

  /** VersionAbout. */
  @Column({ type: 'jsonb' })
  about: object;

  @Column({ type: 'tsvector' })
  search: string;
}
