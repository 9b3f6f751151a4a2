import { Controller } from '@nestjs/common';
import { changePreferences, type Preferences } from '@rounds/contracts/preferences';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { ChangePreferences } from './change-preferences.ts';

@Controller()
export class PreferencesController {
  constructor(private readonly changing: ChangePreferences) {}

  @Handles(changePreferences)
  change(@Call() { actor, body }: CallOf<typeof changePreferences>): Promise<Preferences> {
    return this.changing.run(actor, body);
  }
}
