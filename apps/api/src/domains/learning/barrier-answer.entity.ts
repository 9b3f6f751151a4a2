import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What got in the way of somebody's learning: one answer of nobody in particular. Nothing here leads to a person or to an
 * event; `id` is made by chance, and made anew whenever another answer of the month comes in.
 */
@Entity('barrier_answer')
export class BarrierAnswerEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  /** Unit and staff group as at the time. */
  @Column({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @Column({ name: 'staff_group', type: 'text' })
  staffGroup: string;

  /** The first day of the month in which the answer arrived. */
  @Column({ type: 'date' })
  month: string;

  /** One or two, in the order of the alphabet. */
  @Column({ type: 'text', array: true })
  choices: string[];
}
