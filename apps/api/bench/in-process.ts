import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../src/create-app.ts';
import { readConfig } from '../src/platform/config.ts';
import { cookieOf, type Learner } from './population.ts';
import { recordStatements, type Statement } from './statements.ts';

/** The product in this process, to learn which statements it sends. */
export class InProcess {
  private constructor(private readonly app: NestFastifyApplication) {}

  static async start(databaseUrl: string): Promise<InProcess> {
    return new InProcess(
      await createApp(readConfig({ DATABASE_URL: databaseUrl, DATABASE_POOL: '1', LOG_LEVEL: 'error' })),
    );
  }

  /** The statements of some requests. The first time is not counted: it fills what is cached for good. */
  async statementsOf(requests: () => Promise<void>): Promise<Statement[]> {
    return recordStatements(requests);
  }

  async post(path: string, who: Learner | null, body: object): Promise<void> {
    await this.send({ method: 'POST', url: path, payload: body, headers: cookieOf(who) });
  }

  async get(path: string, who: Learner): Promise<void> {
    await this.send({ method: 'GET', url: path, headers: cookieOf(who) });
  }

  stop(): Promise<void> {
    return this.app.close();
  }

  private async send(request: {
    method: 'GET' | 'POST';
    url: string;
    payload?: object;
    headers: Record<string, string>;
  }): Promise<void> {
    const answer = await this.app.inject(request);
    if (answer.statusCode >= 300)
      throw new Error(`${request.method} ${request.url} answered ${answer.statusCode}: ${answer.body.slice(0, 300)}`);
  }
}

/** What stands for a learner in statements: the hash of the session's token. */
export function tokenHash(who: Learner): Buffer {
  return createHash('sha256').update(who.token).digest();
}
