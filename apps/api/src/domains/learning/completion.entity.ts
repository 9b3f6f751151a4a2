import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A module passed by a person in an organisation, once a round. Names, unit and post read as they were then, for ever. */
@Entity('completion')
export class CompletionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @Column({ name: 'organisation_name', type: 'text' })
  organisationName: string;

  @Column({ name: 'unit_name', type: 'text' })
  unitName: string;

  @Column({ name: 'staff_group', type: 'text' })
  staffGroup: string;

  @Column({ name: 'module_id', type: 'uuid' })
  moduleId: string;

  @Column({ name: 'version_id', type: 'uuid' })
  versionId: string;

  @Column({ name: 'version_label', type: 'text' })
  versionLabel: string;

  @Column({ name: 'module_title', type: 'text' })
  moduleTitle: string;

  @Column({ name: 'path_id', type: 'uuid' })
  pathId: string;

  @Column({ name: 'path_title', type: 'text' })
  pathTitle: string;

  @Column({ type: 'int' })
  round: number;

  @Column({ type: 'int' })
  major: number;

  /** The try that made it. */
  @Column({ name: 'attempt_id', type: 'uuid' })
  attemptId: string;

  /** As printed; null reads "Not yet reviewed by a clinician". */
  @Column({ name: 'reviewed_by', type: 'text', nullable: true })
  reviewedBy: string | null;

  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt: Date;

  @Column({ type: 'text' })
  zone: string;

  /** Civil date where the learner was. */
  @Column({ name: 'completed_on', type: 'date' })
  completedOn: string;

  /** Civil date where the organisation was: the day its leads see. */
  @Column({ name: 'organisation_day', type: 'date' })
  organisationDay: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt: Date;
}
