import { Module } from '@nestjs/common';
import { IdentityModule } from '../../domains/identity/identity.module.ts';
import { AcceptInvitation } from './accept-invitation.ts';
import { DemoMailboxController } from './demo-mailbox.controller.ts';
import { FindLink } from './find-link.ts';
import { InvitationLook } from './invitation-look.ts';
import { JoinPagesController } from './join-pages.controller.ts';
import { OpenSession } from './open-session.ts';
import { PasswordPagesController } from './password-pages.controller.ts';
import { RequestPasswordReset } from './request-password-reset.ts';
import { ResetPassword } from './reset-password.ts';
import { SessionController } from './session.controller.ts';
import { SignInPagesController } from './sign-in-pages.controller.ts';
import { SignIn } from './sign-in.ts';
import { VisitorCookie } from './visitor-cookie.ts';

@Module({
  imports: [IdentityModule],
  controllers: [
    SessionController,
    SignInPagesController,
    PasswordPagesController,
    JoinPagesController,
    DemoMailboxController,
  ],
  providers: [
    AcceptInvitation,
    FindLink,
    InvitationLook,
    OpenSession,
    RequestPasswordReset,
    ResetPassword,
    SignIn,
    VisitorCookie,
  ],
})
export class VisitorModule {}
