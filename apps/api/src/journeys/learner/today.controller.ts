import { Controller } from '@nestjs/common';
import { readToday, type Today } from '@rounds/contracts/today';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { ReadToday } from './read-today.ts';

@Controller()
export class TodayController {
  constructor(private readonly reading: ReadToday) {}

  @Handles(readToday)
  today(@Call() { actor }: CallOf<typeof readToday>): Promise<Today> {
    return this.reading.run(actor);
  }
}
