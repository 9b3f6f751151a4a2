import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.ts';
import { cookieOf, setCookie } from './cookie.ts';
import { DEVICE_MARK_AGE } from './device-mark.ts';

/** The cookie that tells a device on which its owner has signed in before. */
@Injectable()
export class DeviceCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(@Inject(CONFIG) { secure }: Config) {
    this.secure = secure;
    this.name = secure ? '__Host-rounds-device' : 'rounds-device';
  }

  read(request: FastifyRequest): string | null {
    return cookieOf(request, this.name);
  }

  set(reply: FastifyReply, mark: string): void {
    void reply.header('set-cookie', setCookie(this.name, mark, this.secure, DEVICE_MARK_AGE));
  }
}
