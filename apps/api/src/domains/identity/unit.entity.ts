import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One unit of an organisation's tree. The root stands for the organisation itself. */
@Entity('unit')
export class UnitEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId: string | null;

  @Column({ type: 'text' })
  name: string;

  /** The unit itself and every unit above it, root first. */
  @Column({ type: 'uuid', array: true })
  ancestors: string[];

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt: Date | null;
}
