import { Controller } from '@nestjs/common';
import { readCalibration } from '@rounds/contracts/calibration';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { ReadCalibration } from './read-calibration.ts';

@Controller()
export class CalibrationController {
  constructor(private readonly reading: ReadCalibration) {}

  @Handles(readCalibration)
  read(@Call() { actor }: CallOf<typeof readCalibration>): Promise<ResponseOf<typeof readCalibration>> {
    return this.reading.run(actor);
  }
}
