import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an educator answered to a report; one a report. */
@Entity('problem_answer')
export class ProblemAnswerEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'report_id', type: 'uuid' })
  reportId: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  /** Who answered. */
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ name: 'answered_at', type: 'timestamptz' })
  answeredAt: Date;
}
