import { Module } from '@nestjs/common';
import { IdentityModule } from '../../domains/identity/identity.module.ts';
import { AccountController } from './account.controller.ts';
import { ChangePassword } from './change-password.ts';
import { ChangePreferences } from './change-preferences.ts';
import { ChooseOrganisation } from './choose-organisation.ts';
import { DeviceKeyController } from './device-key.controller.ts';
import { EndSessions } from './end-sessions.ts';
import { ListSessions } from './list-sessions.ts';
import { OrganisationPageController } from './organisation-page.controller.ts';
import { PreferencesController } from './preferences.controller.ts';
import { ReadDeviceKey } from './read-device-key.ts';
import { ReadMe } from './read-me.ts';

@Module({
  imports: [IdentityModule],
  controllers: [AccountController, DeviceKeyController, OrganisationPageController, PreferencesController],
  providers: [ChangePassword, ChangePreferences, ChooseOrganisation, EndSessions, ListSessions, ReadDeviceKey, ReadMe],
})
export class PersonModule {}
