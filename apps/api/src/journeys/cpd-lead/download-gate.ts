import { Refusal } from '../../platform/problems.ts';

/** At once, of one person: our choice. */
const EACH = 2;
/** Seconds after which it is worth asking again. */
const LATER = 30;

/**
 * How many downloads run at once. Each holds a database connection for as long as its reader takes, so all together
 * leave most of the pool to everybody else.
 */
export class DownloadGate {
  private readonly running = new Map<string, number>();

  /** `pool`: database connections of this process. */
  constructor(private readonly pool: number) {}

  /** Throws a refusal when too many run; else the download runs until `leave` is called. */
  enter(personId: string): { leave: () => void } {
    const own = this.running.get(personId) ?? 0;
    const all = [...this.running.values()].reduce((sum, count) => sum + count, 0);
    if (own >= EACH || all >= Math.ceil(this.pool / 4)) throw tooManyDownloads();
    this.running.set(personId, own + 1);
    return { leave: () => this.leave(personId) };
  }

  private leave(personId: string): void {
    const left = (this.running.get(personId) ?? 0) - 1;
    if (left > 0) this.running.set(personId, left);
    else this.running.delete(personId);
  }
}

function tooManyDownloads(): Refusal {
  return new Refusal('too-many-tries', 'Other downloads are still running', {
    detail: 'Wait until they have ended, then try again.',
    retryAfterSeconds: LATER,
  });
}
