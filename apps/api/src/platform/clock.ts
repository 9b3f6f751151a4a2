import { Injectable } from '@nestjs/common';

/** The one place that reads the time, so that tests and the demo's history can move it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
