import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A dated post of a member in a unit. Both days are in the organisation's zone and count as worked. */
@Entity('post')
export class PostEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ name: 'staff_group', type: 'text' })
  staffGroup: string;

  /** The post whose unit and staff group a completion carries. */
  @Column({ type: 'boolean' })
  main: boolean;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn: string;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn: string | null;
}
