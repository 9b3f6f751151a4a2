import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { type Lock, lockStatements, TAKE_LOCKS } from './locks.ts';

/** On whose behalf a transaction runs; row-level security holds it to their rows. */
export type Scope = Pick<Actor, 'personId' | 'organisationId'> | typeof SYSTEM;

/** Jobs, imports and sign-in, which act before or beyond any one person. */
export const SYSTEM = 'system';

export type Value = string | number | bigint | boolean | Date | Buffer | null | readonly Value[] | object;

/** A READ ONLY transaction. Views take `ReadTx | Tx`. */
export class ReadTx {
  private cursors = 0;

  constructor(
    readonly scope: Scope,
    protected readonly client: PoolClient,
  ) {}

  /** Runs a fixed statement, prepared once for each connection. */
  async rows<Row extends object>(text: string, values: readonly Value[] = []): Promise<Row[]> {
    const result = await this.client.query<Row>({ name: statementName(text), text, values: [...values] });
    return result.rows;
  }

  /** The first row of a fixed statement, or null. */
  async row<Row extends object>(text: string, values: readonly Value[] = []): Promise<Row | null> {
    return (await this.rows<Row>(text, values))[0] ?? null;
  }

  /** Runs a statement that is put together at run time, unprepared, so that forms do not pile up on the server. */
  async composed<Row extends object>(text: string, values: readonly Value[]): Promise<Row[]> {
    return (await this.client.query<Row>(text, [...values])).rows;
  }

  /**
   * The rows of a statement, at most `size` at a time, for what may be too many to hold. They are those of the moment
   * when the first is asked for: what the same transaction writes meanwhile does not come.
   */
  async *batches<Row extends object>(text: string, values: readonly Value[], size: number): AsyncGenerator<Row[]> {
    this.cursors += 1;
    const cursor = `batches_${this.cursors}`;
    await this.composed(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${text}`, values);
    try {
      for (;;) {
        const rows = await this.composed<Row>(`FETCH ${size} FROM ${cursor}`, []);
        if (rows.length > 0) yield rows;
        if (rows.length < size) return;
      }
    } finally {
      // A failed transaction has closed it already.
      await this.client.query(`CLOSE ${cursor}`).catch(() => undefined);
    }
  }

  /** The connection itself, for COPY. */
  get connection(): PoolClient {
    return this.client;
  }

  /** Ends the transaction by cutting its connection, so that a query nobody waits for stops. */
  cut(): void {
    void this.client.end();
  }
}

/**
 * What a store may do with entities. `save` and `remove` are left out: the transaction is opened by hand, to send its
 * settings in the same message, so TypeORM does not know of it and they would open and commit one of their own.
 */
export type Entities = Pick<EntityManager, 'insert' | 'update' | 'find' | 'findBy' | 'findOne' | 'findOneBy'>;

/** A read-write transaction. Nobody else can make one: every store method that writes takes it. */
export class Tx extends ReadTx {
  constructor(
    scope: Scope,
    client: PoolClient,
    readonly em: Entities,
  ) {
    super(scope, client);
  }

  /**
   * Work of the same transaction that row-level security would hold back: on a member's sessions, or on what another
   * organisation knows. It holds again afterwards; a failure ends the transaction, and the setting with it.
   */
  async asSystem<T>(work: () => Promise<T>): Promise<T> {
    if (this.scope === SYSTEM) return work();
    await this.client.query("SET LOCAL rounds.scope = 'system'");
    const result = await work();
    await this.client.query("SET LOCAL rounds.scope = 'actor'");
    return result;
  }

  /** Takes further exclusive locks. */
  async lock(locks: readonly Lock[]): Promise<void> {
    await this.rows(TAKE_LOCKS, [locks.map(({ name }) => name)]);
  }
}

@Injectable()
export class Db {
  constructor(private readonly dataSource: DataSource) {}

  /** One use case, one transaction: all or nothing. `locks` are taken in the message that begins it, in their order. */
  transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>, locks: readonly Lock[] = []): Promise<T> {
    const begin = ['BEGIN', settings(scope), ...lockStatements(locks)].join('; ');
    return this.run(begin, (runner, client) => work(new Tx(scope, client, runner.manager)));
  }

  /**
   * A short one for counters: it does not wait for the disk, so a crash may lose the last of them, and nothing else.
   * In the system's scope.
   */
  fleeting<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const begin = `BEGIN; ${settings(SYSTEM)}; SET LOCAL synchronous_commit = off`;
    return this.run(begin, (runner, client) => work(new Tx(SYSTEM, client, runner.manager)));
  }

  /** Whether the database answers at all. */
  answers(): Promise<boolean> {
    return this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  /** For views: the database itself refuses writes. */
  read<T>(scope: Scope, work: (tx: ReadTx) => Promise<T>): Promise<T> {
    return this.run(`BEGIN READ ONLY; ${settings(scope)}`, (_, client) => work(new ReadTx(scope, client)));
  }

  private async run<T>(begin: string, work: (runner: QueryRunner, client: PoolClient) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client: PoolClient = await runner.connect();
    try {
      await client.query(begin);
      const result = await work(runner, client);
      await client.query('COMMIT');
      return result;
    } catch (fault) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw fault;
    } finally {
      await runner.release();
    }
  }
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The settings as literals: SET takes no parameters. Only uuids get in. */
function settings(scope: Scope): string {
  if (scope === SYSTEM) return "SET LOCAL rounds.scope = 'system'";
  const { personId, organisationId } = scope;
  if (!UUID.test(personId) || !UUID.test(organisationId)) throw new Error('A scope needs two uuids');
  return `SET LOCAL rounds.scope = 'actor'; SET LOCAL rounds.person = '${personId}'; SET LOCAL rounds.organisation = '${organisationId}'`;
}

const names = new Map<string, string>();

/** A short stable name for a fixed statement. */
export function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha1').update(text).digest('base64url');
    names.set(text, name);
  }
  return name;
}
