import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A library folder that was imported without a fault. */
@Entity('library_import')
export class LibraryImportEntity {
  @PrimaryColumn({ type: 'bigint', generated: 'identity' })
  id: string;

  /** SHA-256 of every file. */
  @Column({ type: 'text' })
  fingerprint: string;

  @Column({ name: 'imported_at', type: 'timestamptz' })
  importedAt: Date;
}
