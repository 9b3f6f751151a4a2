import { Module } from '@nestjs/common';
import { ContentModule } from '../../domains/content/content.module.ts';
import { IdentityModule } from '../../domains/identity/identity.module.ts';
import { LearningModule } from '../../domains/learning/learning.module.ts';
import { OpenapiController } from '../../platform/openapi/openapi.controller.ts';
import { HealthController } from './health.controller.ts';
import { ImportLibrary } from './import-library.ts';
import { MakeFirstAdministrator } from './make-first-administrator.ts';
import { SweepSignIn } from './sweep-sign-in.ts';
import { WarnOfStorage } from './warn-of-storage.ts';
import { Workers } from './workers.ts';
import { WriteAddressChanged } from './write-address-changed.ts';
import { WriteInvitation } from './write-invitation.ts';
import { WritePasswordChanged } from './write-password-changed.ts';
import { WritePasswordReset } from './write-password-reset.ts';
import { WriteStorageWarning } from './write-storage-warning.ts';

@Module({
  imports: [ContentModule, IdentityModule, LearningModule],
  controllers: [HealthController, OpenapiController],
  providers: [
    ImportLibrary,
    MakeFirstAdministrator,
    SweepSignIn,
    WarnOfStorage,
    Workers,
    WriteAddressChanged,
    WriteInvitation,
    WritePasswordChanged,
    WritePasswordReset,
    WriteStorageWarning,
  ],
})
export class SystemModule {}
