import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { createApp } from '../../src/create-app.ts';
import { Clock } from '../../src/platform/clock.ts';
import { type Config, readConfig } from '../../src/platform/config.ts';
import { Db, SYSTEM, type Tx } from '../../src/platform/db.ts';
import { expectAnotherApp } from './another-app.ts';
import { aDatabase } from './template-database.ts';

/** A clock that stands until a test moves it. */
export class TestClock extends Clock {
  private at = new Date('2026-09-01T09:00:00Z');

  override now(): Date {
    return new Date(this.at);
  }

  set(at: string | Date): void {
    this.at = new Date(at);
  }

  forward(minutes: number): void {
    this.at = new Date(this.at.getTime() + minutes * 60_000);
  }
}

/** The real application over its own copy of the real database; only the clock is replaced. */
export class TestApp {
  readonly clock = new TestClock();
  readonly db: Db;

  private constructor(
    readonly nest: NestFastifyApplication,
    readonly url: string,
    private readonly dropDatabase: () => Promise<void>,
  ) {
    this.db = nest.get(Db);
    const real = nest.get(Clock);
    real.now = () => this.clock.now();
  }

  static async start(overrides: Partial<Config> = {}): Promise<TestApp> {
    const { url, drop } = await aDatabase();
    const config = { ...readConfig({ DATABASE_URL: url, LOG_LEVEL: 'silent', DATABASE_POOL: '6' }), ...overrides };
    expectAnotherApp();
    return new TestApp(await createApp(config), url, drop);
  }

  /** Requests with a person's session cookie; without one, as a stranger. */
  as(token?: string) {
    const agent = supertest.agent(this.nest.getHttpServer());
    if (token !== undefined) void agent.set('cookie', `rounds=${token}`);
    return agent;
  }

  /** Runs beyond row-level security's reach of any one person, as jobs do: for factories and for looking at rows. */
  system<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.transaction(SYSTEM, work);
  }

  async stop(): Promise<void> {
    await this.nest.close();
    await this.dropDatabase();
  }
}
