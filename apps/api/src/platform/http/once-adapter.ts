import { FastifyAdapter } from '@nestjs/platform-fastify';

/** Leaves an answer alone that its controller has sent itself; sent twice, it would cost an error nobody sees. */
export class OnceAdapter extends FastifyAdapter {
  override reply(
    ...[response, body, status]: Parameters<FastifyAdapter['reply']>
  ): ReturnType<FastifyAdapter['reply']> {
    if ('sent' in response && response.sent) return response;
    return super.reply(response, body, status);
  }
}
