import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A learning path: learning modules in an order. */
@Entity('learning_path')
export class LearningPathEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** Null: of the library, which every organisation reads. */
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId: string | null;

  /** Stable for ever. */
  @Column({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  summary: string;

  @Column({ type: 'int' })
  position: number;

  /** A `DiscussionKit`; null where there is none. */
  @Column({ type: 'jsonb', nullable: true })
  discussion: object | null;
}
