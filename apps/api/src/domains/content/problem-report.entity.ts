import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something a learner found wrong. */
@Entity('problem_report')
export class ProblemReportEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  /** Of the sender, as at the time. */
  @Column({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @Column({ name: 'version_id', type: 'uuid' })
  versionId: string;

  /** A card or an item. */
  @Column({ type: 'jsonb' })
  place: object;

  @Column({ type: 'text' })
  text: string;

  @Column({ name: 'reported_at', type: 'timestamptz' })
  reportedAt: Date;
}
