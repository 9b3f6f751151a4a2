import { Controller, Get } from '@nestjs/common';
import type { Health } from '@rounds/contracts/health';
import { Db } from '../../platform/db.ts';
import { Refusal } from '../../platform/problems.ts';

@Controller('/api/health')
export class HealthController {
  constructor(private readonly db: Db) {}

  /** The process answers. */
  @Get('live')
  live(): Health {
    return { status: 'live' };
  }

  /** The database answers too. */
  @Get('ready')
  async ready(): Promise<Health> {
    if (!(await this.db.answers())) throw new Refusal('not-ready', 'The database does not answer');
    return { status: 'ready' };
  }
}
