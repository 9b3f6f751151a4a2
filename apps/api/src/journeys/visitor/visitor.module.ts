import { Module } from '@nestjs/common';
import { IdentityModule } from '../../domains/identity/identity.module.ts';
import { AcceptInvitation } from './accept-invitation.ts';
import { FindLink } from './find-link.ts';
import { InvitationLook } from './invitation-look.ts';
import { OpenSession } from './open-session.ts';
import { RequestPasswordReset } from './request-password-reset.ts';
import { ResetPassword } from './reset-password.ts';
import { SessionController } from './session.controller.ts';
import { SignIn } from './sign-in.ts';
import { VisitorCookie } from './visitor-cookie.ts';

@Module({
  imports: [IdentityModule],
  controllers: [SessionController],
  providers: [AcceptInvitation, FindLink, InvitationLook, OpenSession, RequestPasswordReset, ResetPassword, SignIn, VisitorCookie],
})
export class VisitorModule {}
