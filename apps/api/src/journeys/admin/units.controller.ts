import { Controller } from '@nestjs/common';
import { addUnit, changeUnit, closeUnit, listUnits } from '@rounds/contracts/units';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { actOf } from './act-of.ts';
import { ChangeUnits } from './change-units.ts';

@Controller()
export class UnitsController {
  constructor(private readonly units: ChangeUnits) {}

  @Handles(listUnits)
  list(@Call() { actor }: CallOf<typeof listUnits>) {
    return this.units.list(actor);
  }

  @Handles(addUnit)
  add(@Call() call: CallOf<typeof addUnit>) {
    return this.units.add(actOf(call), call.body);
  }

  @Handles(changeUnit)
  change(@Call() call: CallOf<typeof changeUnit>) {
    return this.units.alter(actOf(call), call.params.unitId, call.body);
  }

  @Handles(closeUnit)
  close(@Call() call: CallOf<typeof closeUnit>) {
    return this.units.close(actOf(call), call.params.unitId);
  }
}
