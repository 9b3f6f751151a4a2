import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A CPD lead asked a person to do a completed learning module again. Open until a later completion in the organisation. */
@Entity('recertification')
export class RecertificationEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  /** As at the time. */
  @Column({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @Column({ name: 'module_id', type: 'uuid' })
  moduleId: string;

  /** The completion that no longer suffices. */
  @Column({ name: 'completion_id', type: 'uuid' })
  completionId: string;

  /** As the learner reads it. */
  @Column({ type: 'text' })
  reason: string;

  @Column({ name: 'asked_by', type: 'uuid' })
  askedBy: string;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt: Date;
}
