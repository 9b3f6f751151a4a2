import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { readAudit } from '@rounds/contracts/audit';
import type { QueryOf, ResponseOf } from '@rounds/contracts/endpoint';
import { Db } from '../../platform/db.ts';
import { auditActions, auditPage } from '../../views/audit.view.ts';
import { Administration } from './administration.ts';

/** Who did or read what personal data of others. */
@Injectable()
export class ReadAudit {
  constructor(
    private readonly db: Db,
    private readonly administration: Administration,
  ) {}

  run(actor: Actor, query: QueryOf<typeof readAudit>): Promise<ResponseOf<typeof readAudit>> {
    return this.db.read(actor, async (tx) => ({
      ...(await auditPage(tx, await this.administration.scope(tx, actor), query)),
      actions: await auditActions(tx, actor.organisationId),
    }));
  }
}
