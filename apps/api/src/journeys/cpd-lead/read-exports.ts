import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { ExportManifest } from '@rounds/contracts/completion-records';
import { Db } from '../../platform/db.ts';
import { Refusal } from '../../platform/problems.ts';
import { exportOf, exportsOf } from '../../views/exports.view.ts';

/** A lead's own downloads and what each holds. */
@Injectable()
export class ReadExports {
  constructor(private readonly db: Db) {}

  list({ organisationId, personId }: Actor): Promise<ExportManifest[]> {
    return this.db.read({ organisationId, personId }, (tx) => exportsOf(tx, organisationId, personId));
  }

  async one({ organisationId, personId }: Actor, exportId: string): Promise<ExportManifest> {
    const found = await this.db.read({ organisationId, personId }, (tx) =>
      exportOf(tx, organisationId, personId, exportId),
    );
    if (found === null) throw new Refusal('not-found', 'There is no such download of yours');
    return found;
  }
}
