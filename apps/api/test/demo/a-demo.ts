import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/create-app.ts';
import { seedDemo } from '../../src/demo/seed-demo.ts';
import { tellYear } from '../../src/demo/tell-year.ts';
import { MovedClock } from '../../src/demo/telling/moved-clock.ts';
import { type Config, readConfig } from '../../src/platform/config.ts';
import { expectAnotherApp } from '../kit/another-app.ts';
import { aDatabase } from '../kit/template-database.ts';

export const ANCHOR = '2026-11-18';

/** The whole application in demo mode over an empty database, as a start finds it. */
export class ADemo {
  private constructor(
    readonly nest: NestFastifyApplication,
    readonly config: Config,
    readonly clock: MovedClock,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(overrides: Partial<Config> = {}, clock = new MovedClock()): Promise<ADemo> {
    const { url, drop } = await aDatabase();
    const given = readConfig({
      DATABASE_URL: url,
      LOG_LEVEL: 'silent',
      DATABASE_POOL: '3',
      DEMO: '1',
      DEMO_ANCHOR: ANCHOR,
    });
    const config = { ...given, ...overrides };
    expectAnotherApp();
    return new ADemo(await createApp(config, clock), config, clock, drop);
  }

  seed(overrides: Partial<Config> = {}): Promise<void> {
    return seedDemo(this.nest, { ...this.config, ...overrides }, this.clock);
  }

  /** `steps`: after so many it is broken off. */
  tell(steps = Infinity): Promise<boolean> {
    let done = 0;
    expectAnotherApp();
    return tellYear(this.config, { next: async () => (done += 1) < steps });
  }

  async close(): Promise<void> {
    await this.nest.close();
    await this.drop();
  }
}
