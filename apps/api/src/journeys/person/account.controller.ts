import { Controller } from '@nestjs/common';
import { type Me, readMe } from '@rounds/contracts/me';
import { changePassword } from '@rounds/contracts/password';
import {
  chooseOrganisation,
  endSession,
  listSessions,
  type SessionSeen,
  signOut,
  signOutEverywhere,
} from '@rounds/contracts/session';
import type { FastifyRequest } from 'fastify';
import { SessionCookie } from '../../platform/auth/session-cookie.ts';
import type { SignedIn } from '../../platform/auth/sessions.ts';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { type Caller, callerOf } from '../../platform/http/caller.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { Refusal } from '../../platform/problems.ts';
import { ChangePassword } from './change-password.ts';
import { ChooseOrganisation } from './choose-organisation.ts';
import { EndSessions } from './end-sessions.ts';
import { ListSessions } from './list-sessions.ts';
import { ReadMe } from './read-me.ts';

type Mine = { signedIn: SignedIn | null; request: FastifyRequest };

@Controller()
export class AccountController {
  constructor(
    private readonly reading: ReadMe,
    private readonly choosing: ChooseOrganisation,
    private readonly ending: EndSessions,
    private readonly listing: ListSessions,
    private readonly changing: ChangePassword,
    private readonly cookie: SessionCookie,
  ) {}

  @Handles(readMe)
  me(@Call() call: CallOf<typeof readMe>): Promise<Me> {
    return this.reading.run(call.actor, mine(call).signedIn.sharedDevice);
  }

  @Handles(chooseOrganisation)
  choose(@Call() call: CallOf<typeof chooseOrganisation>): Promise<{ organisationId: string }> {
    const { signedIn, caller } = mine(call);
    return this.choosing.run(signedIn, call.body.organisationId, caller);
  }

  @Handles(signOut)
  async signOut(@Call() call: CallOf<typeof signOut>): Promise<void> {
    const { signedIn, caller } = mine(call);
    await this.ending.one(signedIn, signedIn.sessionId, caller);
    this.cookie.clear(call.reply);
  }

  @Handles(signOutEverywhere)
  async signOutEverywhere(@Call() call: CallOf<typeof signOutEverywhere>): Promise<void> {
    const { signedIn, caller } = mine(call);
    await this.ending.all(signedIn, caller);
    this.cookie.clear(call.reply);
  }

  @Handles(listSessions)
  sessions(@Call() call: CallOf<typeof listSessions>): Promise<{ sessions: SessionSeen[] }> {
    return this.listing.run(mine(call).signedIn);
  }

  @Handles(endSession)
  endSession(@Call() call: CallOf<typeof endSession>): Promise<void> {
    const { signedIn, caller } = mine(call);
    return this.ending.one(signedIn, call.params.sessionId, caller);
  }

  @Handles(changePassword)
  changePassword(@Call() call: CallOf<typeof changePassword>): Promise<void> {
    const { signedIn, caller } = mine(call);
    return this.changing.run(signedIn, call.body, caller);
  }
}

/** The guard has let nobody through who is signed out. */
function mine({ signedIn, request }: Mine): { signedIn: SignedIn; caller: Caller } {
  if (signedIn === null) throw new Refusal('signed-out', 'You are signed out');
  return { signedIn, caller: callerOf(request) };
}
