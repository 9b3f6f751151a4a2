import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a person wants the product to look, on every device. Null in a column: as usual, or as the device has it. */
@Entity('person_preference')
export class PersonPreferenceEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'text_size', type: 'text', nullable: true })
  textSize: string | null;

  @Column({ type: 'text', nullable: true })
  spacing: string | null;

  @Column({ type: 'text', nullable: true })
  theme: string | null;

  @Column({ type: 'text', nullable: true })
  motion: string | null;

  /** By the device that changed it, never after its arrival. */
  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;
}
