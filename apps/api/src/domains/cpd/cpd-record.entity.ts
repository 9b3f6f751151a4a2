import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Minutes earned by a completion, once a person, module and round. No cycle: cycles are read-time. */
@Entity('cpd_record')
export class CpdRecordEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  @Column({ name: 'completion_id', type: 'uuid' })
  completionId: string;

  @Column({ name: 'module_id', type: 'uuid' })
  moduleId: string;

  @Column({ name: 'version_id', type: 'uuid' })
  versionId: string;

  @Column({ type: 'int' })
  round: number;

  @Column({ name: 'activity_title', type: 'text' })
  activityTitle: string;

  @Column({ type: 'text' })
  provider: string;

  @Column({ name: 'credit_minutes', type: 'int' })
  creditMinutes: number;

  @Column({ name: 'reviewed_by', type: 'text', nullable: true })
  reviewedBy: string | null;

  @Column({ type: 'jsonb' })
  standards: object;

  /** Civil date of the pass that earned them. */
  @Column({ name: 'completed_on', type: 'date' })
  completedOn: string;

  @Column({ name: 'awarded_at', type: 'timestamptz' })
  awardedAt: Date;
}
