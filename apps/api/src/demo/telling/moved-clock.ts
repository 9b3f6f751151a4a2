import { Clock } from '../../platform/clock.ts';

/** Shows the time that the story has come to; before and after it, the real one. */
export class MovedClock extends Clock {
  private at: Date | null = null;

  override now(): Date {
    return this.at === null ? super.now() : new Date(this.at);
  }

  moveTo(at: Date): void {
    this.at = at;
  }

  release(): void {
    this.at = null;
  }
}
