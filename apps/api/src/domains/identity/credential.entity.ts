import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's password, as an argon2id hash in PHC form. Without a row nobody can sign in as them. */
@Entity('credential')
export class CredentialEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'password_hash', type: 'text' })
  passwordHash: string;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;
}
