import { Controller } from '@nestjs/common';
import { type DeviceKey, readDeviceKey } from '@rounds/contracts/device-key';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { ReadDeviceKey } from './read-device-key.ts';

@Controller()
export class DeviceKeyController {
  constructor(private readonly reading: ReadDeviceKey) {}

  @Handles(readDeviceKey)
  read(@Call() { actor }: CallOf<typeof readDeviceKey>): DeviceKey {
    return this.reading.run(actor);
  }
}
