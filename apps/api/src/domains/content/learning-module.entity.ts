import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A learning module and its place in a path. What it teaches is in its versions. */
@Entity('learning_module')
export class LearningModuleEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** Null: of the library, which every organisation reads. */
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId: string | null;

  /** Stable for ever. */
  @Column({ type: 'text' })
  code: string;

  @Column({ name: 'path_id', type: 'uuid' })
  pathId: string;

  /** Within its path. */
  @Column({ type: 'int' })
  position: number;
}
