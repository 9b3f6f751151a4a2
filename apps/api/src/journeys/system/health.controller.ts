import { Controller, Get } from '@nestjs/common';
import type { Health } from '@rounds/contracts/health';
import { DataSource } from 'typeorm';
import { Refusal } from '../../platform/problems.ts';

@Controller('/api/health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  /** The process answers. */
  @Get('live')
  live(): Health {
    return { status: 'live' };
  }

  /** The database answers too. */
  @Get('ready')
  async ready(): Promise<Health> {
    const answered = await this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
    if (!answered) throw new Refusal('not-ready', 'The database does not answer');
    return { status: 'ready' };
  }
}
