import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One organisation: whose people, units and records are its own. */
@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  /** Lower case; typed beside a staff number. */
  @Column({ name: 'short_code', type: 'text' })
  shortCode: string;

  /** IANA name: the zone of the organisation's civil dates. */
  @Column({ name: 'time_zone', type: 'text' })
  timeZone: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
