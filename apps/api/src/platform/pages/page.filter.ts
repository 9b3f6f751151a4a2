import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from '../http/html.ts';
import { asRefusal } from '../http/problem.filter.ts';
import { LOG, type Log, redacted } from '../log.ts';
import { STATUS_OF } from '../problems.ts';
import { Pages } from './pages.ts';

/** What a page's handler did not deal with becomes a page too, not a problem document. */
@Catch()
export class PageFilter implements ExceptionFilter {
  constructor(
    private readonly pages: Pages,
    @Inject(LOG) private readonly log: Log,
  ) {}

  catch(fault: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const correlationId = http.getRequest<FastifyRequest>().id;
    const { code, message, more } = asRefusal(fault);
    if (code === 'unexpected') this.log.error({ correlationId, fault: redacted(fault) }, 'unexpected fault');
    if (reply.sent) return;
    if (more.retryAfterSeconds !== undefined) void reply.header('retry-after', more.retryAfterSeconds);
    this.pages.send(reply, {
      title: message,
      status: STATUS_OF[code],
      main: html`<h1>${message}</h1>
        <p>${more.detail ?? ''}</p>
        <p><a href="/sign-in">Go to the sign-in page</a></p>
        ${code === 'unexpected' && html`<p class="fine">Number for your administrator: ${correlationId}</p>`}`,
    });
  }
}
