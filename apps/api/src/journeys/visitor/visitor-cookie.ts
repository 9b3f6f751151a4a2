import { Injectable } from '@nestjs/common';
import type { SignedInAnswer } from '@rounds/contracts/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieAgeSeconds } from '../../domains/identity/rules/session-lifetime.ts';
import { DeviceCookie } from '../../platform/auth/device-cookie.ts';
import { SessionCookie } from '../../platform/auth/session-cookie.ts';
import { callerOf } from '../../platform/http/caller.ts';
import type { Opened, Visitor } from './open-session.ts';

/** Takes a visitor's old session from the request, and gives the new one to the reply. */
@Injectable()
export class VisitorCookie {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly device: DeviceCookie,
  ) {}

  visitorOf(request: FastifyRequest): Visitor {
    return { ...callerOf(request), oldToken: this.cookie.read(request), deviceMark: this.device.read(request) };
  }

  keep(reply: FastifyReply, { token, sharedDevice, deviceMark, answer }: Opened): SignedInAnswer {
    this.cookie.set(reply, token, cookieAgeSeconds(sharedDevice));
    if (deviceMark !== null) this.device.set(reply, deviceMark);
    return answer;
  }
}
