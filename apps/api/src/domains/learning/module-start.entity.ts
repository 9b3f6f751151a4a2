import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The first opening of a learning module by a person in an organisation. */
@Entity('module_start')
export class ModuleStartEntity {
  @Column({ type: 'uuid' })
  id: string;

  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: string;

  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  @PrimaryColumn({ name: 'module_id', type: 'uuid' })
  moduleId: string;

  @Column({ name: 'version_id', type: 'uuid' })
  versionId: string;

  /** With the staff group as at the time. */
  @Column({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @Column({ name: 'staff_group', type: 'text' })
  staffGroup: string;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt: Date;
}
