import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One marking of an attempt: the first at submission, later ones after an item was mended. The latest holds. */
@Entity('mark')
export class MarkEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: string;

  @PrimaryColumn({ name: 'attempt_id', type: 'uuid' })
  attemptId: string;

  @PrimaryColumn({ type: 'int' })
  sequence: number;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  @Column({ type: 'double precision' })
  raw: number;

  @Column({ type: 'double precision' })
  max: number;

  /** In marks. */
  @Column({ name: 'pass_mark', type: 'double precision' })
  passMark: number;

  @Column({ type: 'boolean' })
  passed: boolean;

  @Column({ name: 'safety_item_missed', type: 'boolean' })
  safetyItemMissed: boolean;

  /** In the order drawn. */
  @Column({ name: 'item_marks', type: 'jsonb' })
  itemMarks: object;

  /** What the learner was told of credit. */
  @Column({ type: 'jsonb' })
  credit: object;

  /** The completion of its round, if it passed. */
  @Column({ name: 'completion_id', type: 'uuid', nullable: true })
  completionId: string | null;

  /** The mended key that made this marking necessary. */
  @Column({ name: 'correction_id', type: 'uuid', nullable: true })
  correctionId: string | null;

  @Column({ name: 'marked_at', type: 'timestamptz' })
  markedAt: Date;
}
