import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One content of a hand-in file that a person brought. What it held is among their events and attempts. */
@Entity('hand_in')
export class HandInEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** SHA-256 of what was sealed. */
  @PrimaryColumn({ name: 'content_hash', type: 'bytea' })
  contentHash: Buffer;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  /** By the device's clock. */
  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt: Date;

  @Column({ name: 'handed_in_at', type: 'timestamptz' })
  handedInAt: Date;

  @Column({ type: 'int' })
  accepted: number;

  @Column({ type: 'int' })
  known: number;

  @Column({ name: 'set_aside', type: 'int' })
  setAside: number;
}
