import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import { type downloadCompletionRecords, RecordColumn } from '@rounds/contracts/completion-records';
import type { QueryOf } from '@rounds/contracts/endpoint';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { type Sent, sendCopy } from '../../platform/csv/send-copy.ts';
import { Db } from '../../platform/db.ts';
import { Refusal } from '../../platform/problems.ts';
import type { RecordQuery } from '../../views/completion-records.query.ts';
import { copyStatement } from '../../views/completion-records.view.ts';
import { dayAt, timeZoneOf } from '../../views/organisation.view.ts';
import { DownloadGate } from './download-gate.ts';
import { recordQueryFor } from './record-query.ts';

type Asked = QueryOf<typeof downloadCompletionRecords>;
type Chosen = { asked: Omit<Asked, 'columns'>; chosen: readonly RecordColumn[]; query: RecordQuery };

/** Sends the completion records as a file. "Begun" is in the audit log before the first byte, "ended" or "broken off" after the last. */
@Injectable()
export class DownloadRecords {
  /** Milliseconds in which nothing moves before a reader counts as gone: it holds a connection. Our choice. */
  patience = 60_000;
  private readonly gate: DownloadGate;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    @Inject(CONFIG) { databasePool }: Config,
  ) {
    this.gate = new DownloadGate(databasePool);
  }

  async run(actor: Actor, { columns, ...asked }: Asked, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const chosen = chosenColumns(columns);
    const query = recordQueryFor(actor, asked);
    const running = this.gate.enter(actor.personId);
    try {
      await this.download(actor, { asked, chosen, query }, request, reply);
    } finally {
      running.leave();
    }
  }

  private async download(
    actor: Actor,
    { asked, chosen, query }: Chosen,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { exportId, day } = await this.begin(actor, asked, chosen, request);
    reply.hijack();
    reply.raw.setTimeout(this.patience, () => reply.raw.destroy());
    reply.raw.writeHead(200, {
      ...plainHeaders(reply),
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="completion-records-${day}.csv"`,
      'cache-control': 'no-store',
      'rounds-export': exportId,
    });
    await this.end(actor, exportId, await this.send(actor, query, chosen, reply), request);
  }

  /** What was sent, however it ended: a cut connection cannot commit, and a read has nothing to commit. */
  private async send(
    actor: Actor,
    query: RecordQuery,
    columns: readonly RecordColumn[],
    reply: FastifyReply,
  ): Promise<Sent | null> {
    let sent: Sent | null = null;
    const sending = this.db.read(actor, async (tx) => {
      sent = await sendCopy(tx, copyStatement(query, columns), columns, reply.raw);
    });
    await sending.catch(() => reply.raw.destroy());
    return sent;
  }

  /** `day`: of the organisation, for the file's name. */
  private begin(
    actor: Actor,
    asked: Omit<Asked, 'columns'>,
    columns: readonly RecordColumn[],
    request: FastifyRequest,
  ): Promise<{ exportId: string; day: string }> {
    return this.db.transaction(actor, async (tx) => {
      const who = this.who(actor, request);
      const timeZone = await timeZoneOf(tx, actor.organisationId);
      const detail = { what: 'completion-records', filter: asked, columns, timeZone };
      const exportId = await this.audit.add(tx, { ...who, action: 'export.begun', detail });
      return { exportId, day: await dayAt(tx, actor.organisationId, who.at) };
    });
  }

  private async end(actor: Actor, exportId: string, sent: Sent | null, request: FastifyRequest): Promise<void> {
    const { whole = false, ...measured } = sent ?? {};
    await this.db.transaction(actor, (tx) =>
      this.audit.add(tx, {
        ...this.who(actor, request),
        action: whole ? 'export.ended' : 'export.broken-off',
        detail: { exportId, ...measured },
      }),
    );
  }

  private who(actor: Actor, request: FastifyRequest) {
    const { personId: actorPersonId, organisationId, postUnitIds } = actor;
    return {
      at: this.clock.now(),
      actorPersonId,
      organisationId,
      unitId: postUnitIds[0] ?? null,
      sourceAddress: request.ip,
      correlationId: request.id,
    };
  }
}

/** All columns, or those named, in the order of the table; an unknown name is refused. */
function chosenColumns(named: string | undefined): RecordColumn[] {
  if (named === undefined || named === '') return [...RecordColumn.options];
  const asked = named.split(',');
  const unknown = asked.filter((name) => !RecordColumn.safeParse(name).success);
  if (unknown.length > 0) {
    const faults = unknown.map((name) => ({ field: 'query.columns', message: `There is no column "${name}"` }));
    throw new Refusal('invalid-request', 'The file cannot have these columns', {
      detail: `Choose among ${RecordColumn.options.join(', ')}.`,
      faults,
    });
  }
  return RecordColumn.options.filter((name) => asked.includes(name));
}

/** Headers set so far (helmet's), in the form that node's own reply takes. */
function plainHeaders(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));
}
