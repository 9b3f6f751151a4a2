import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.ts';
import { clearedCookie, sessionCookie, tokenOf } from './cookie.ts';

/** The session's cookie on its way in and out. */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;

  constructor(@Inject(CONFIG) config: Config) {
    this.secure = config.secure;
  }

  read(request: FastifyRequest): string | null {
    return tokenOf(request, this.secure);
  }

  /** `ageSeconds` null: until the browser closes. */
  set(reply: FastifyReply, token: string, ageSeconds: number | null): void {
    void reply.header('set-cookie', sessionCookie(token, this.secure, ageSeconds));
  }

  clear(reply: FastifyReply): void {
    void reply.header('set-cookie', clearedCookie(this.secure));
  }
}
