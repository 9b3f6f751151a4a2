import { Module } from '@nestjs/common';
import { ContentModule } from '../../domains/content/content.module.ts';
import { IdentityModule } from '../../domains/identity/identity.module.ts';
import { OpenapiController } from '../../platform/openapi/openapi.controller.ts';
import { HealthController } from './health.controller.ts';
import { ImportLibrary } from './import-library.ts';
import { MakeFirstAdministrator } from './make-first-administrator.ts';
import { SweepSignIn } from './sweep-sign-in.ts';
import { Workers } from './workers.ts';
import { WriteAddressChanged } from './write-address-changed.ts';
import { WriteInvitation } from './write-invitation.ts';
import { WritePasswordChanged } from './write-password-changed.ts';
import { WritePasswordReset } from './write-password-reset.ts';

@Module({
  imports: [ContentModule, IdentityModule],
  controllers: [HealthController, OpenapiController],
  providers: [
    ImportLibrary,
    MakeFirstAdministrator,
    SweepSignIn,
    Workers,
    WriteAddressChanged,
    WriteInvitation,
    WritePasswordChanged,
    WritePasswordReset,
  ],
})
export class SystemModule {}
