import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Actor } from '@rounds/contracts/actor';
import { type Endpoint, SENT_FOR } from '@rounds/contracts/endpoint';
import { tokenOf } from '../auth/cookie.ts';
import { Sessions, type SignedIn } from '../auth/sessions.ts';
import { CONFIG, type Config } from '../config.ts';
import { Refusal } from '../problems.ts';
import type { RoundsRequest } from './call.ts';
import { CursorSeal } from './cursor-seal.ts';
import { ENDPOINT } from './endpoint.decorator.ts';
import { parseInput } from './parse-input.ts';

/** Enforces an endpoint's policy and parses its input, before any controller runs. */
@Injectable()
export class EndpointGuard implements CanActivate {
  private readonly secure: boolean;

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly cursors: CursorSeal,
    @Inject(CONFIG) config: Config,
  ) {
    this.secure = config.secure;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (endpoint === undefined) return true;
    const request = context.switchToHttp().getRequest<RoundsRequest>();
    const token = tokenOf(request, this.secure);
    request.signedIn = token === null ? null : await this.sessions.find(token);
    admit(endpoint, request.signedIn);
    matchOwner(request.headers[SENT_FOR], request.signedIn);
    const input = parseInput(endpoint, request);
    request.input = { ...input, query: this.cursors.openQuery(endpoint, input.query) };
    return true;
  }
}

/** Throws unless the policy lets this caller in. */
function admit(endpoint: Endpoint, signedIn: SignedIn | null): void {
  if (endpoint.policy === 'anyone') return;
  if (signedIn === null)
    throw new Refusal('signed-out', 'You are signed out', { detail: 'Sign in, and what you did goes on from here.' });
  if (endpoint.policy === 'signed-in') return;
  if (signedIn.actor === null) throw new Refusal('choose-organisation', 'Choose an organisation first');
  if (endpoint.policy !== 'member' && !holdsAny(signedIn.actor, endpoint.policy)) {
    throw new Refusal('not-allowed', 'Your role does not open this', {
      detail: 'Ask an administrator if you need it.',
    });
  }
}

/** Throws when kept work comes by the session of somebody else, or of its owner in another organisation. */
function matchOwner(sentFor: string | string[] | undefined, signedIn: SignedIn | null): void {
  const actor = signedIn?.actor ?? null;
  if (sentFor === undefined || actor === null || sentFor === `${actor.personId}/${actor.organisationId}`) return;
  throw new Refusal('stale', 'This work belongs to another sign-in', {
    detail: 'Nothing was taken. It waits until its owner is signed in to that organisation again.',
  });
}

function holdsAny(actor: Actor, roles: readonly string[]): boolean {
  return actor.roles.some(({ role }) => roles.includes(role));
}
