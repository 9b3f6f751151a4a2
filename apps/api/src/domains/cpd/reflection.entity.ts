import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person wrote about a completion, for themselves alone. A change is a new row. */
@Entity('reflection')
export class ReflectionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'completion_id', type: 'uuid' })
  completionId: string;

  @Column({ type: 'text' })
  learnt: string;

  @Column({ type: 'text' })
  means: string;

  @Column({ name: 'will_do', type: 'text' })
  willDo: string;

  @Column({ name: 'written_at', type: 'timestamptz' })
  writtenAt: Date;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt: Date;
}
