import { Controller } from '@nestjs/common';
import { acceptInvitation, type Invitation, readInvitation } from '@rounds/contracts/invitation';
import { requestPasswordReset, resetPassword } from '@rounds/contracts/password';
import { signIn, type SignedInAnswer } from '@rounds/contracts/session';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { callerOf } from '../../platform/http/caller.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { AcceptInvitation } from './accept-invitation.ts';
import { InvitationLook } from './invitation-look.ts';
import { RequestPasswordReset } from './request-password-reset.ts';
import { ResetPassword } from './reset-password.ts';
import { SignIn } from './sign-in.ts';
import { VisitorCookie } from './visitor-cookie.ts';

@Controller()
export class SessionController {
  constructor(
    private readonly signingIn: SignIn,
    private readonly looking: InvitationLook,
    private readonly accepting: AcceptInvitation,
    private readonly requesting: RequestPasswordReset,
    private readonly resetting: ResetPassword,
    private readonly cookie: VisitorCookie,
  ) {}

  @Handles(signIn)
  async signIn(@Call() { body, request, reply }: CallOf<typeof signIn>): Promise<SignedInAnswer> {
    return this.cookie.keep(reply, await this.signingIn.run(body, this.cookie.visitorOf(request)));
  }

  @Handles(readInvitation)
  readInvitation(@Call() { query, request }: CallOf<typeof readInvitation>): Promise<Invitation> {
    return this.looking.show(query.token, this.cookie.visitorOf(request));
  }

  @Handles(acceptInvitation)
  async acceptInvitation(@Call() { body, request, reply }: CallOf<typeof acceptInvitation>): Promise<SignedInAnswer> {
    return this.cookie.keep(reply, await this.accepting.run(body, this.cookie.visitorOf(request)));
  }

  @Handles(requestPasswordReset)
  requestReset(@Call() { body, request }: CallOf<typeof requestPasswordReset>): Promise<void> {
    return this.requesting.run(body.email, callerOf(request));
  }

  @Handles(resetPassword)
  reset(@Call() { body, request }: CallOf<typeof resetPassword>): Promise<void> {
    return this.resetting.run(body.token, body.newPassword, callerOf(request));
  }
}
