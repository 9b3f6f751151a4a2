const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * The life of one task: what it starts it registers here, and everything is stopped once, in reverse order, by a
 * signal, by the death of the bootstrap (its IPC channel closes) or by `end`.
 */
export class Lifetime {
  #closers = [];
  #ending;

  /** @param {{ signalExit: number }} options the exit code after a signal */
  constructor({ signalExit }) {
    for (const signal of SIGNALS) process.on(signal, () => void this.end(signalExit));
    process.on('disconnect', () => void this.end(signalExit));
    process.channel?.unref();
  }

  get ending() {
    return this.#ending !== undefined;
  }

  /** Registers how to stop something that now runs; stops it at once if the end has begun. */
  async add(stop) {
    if (this.ending) await stop();
    else this.#closers.push(stop);
  }

  /** Stops everything and leaves the process. A second call waits for the first. */
  end(code) {
    this.#ending ??= this.#stopAll(code);
    return this.#ending;
  }

  async #stopAll(code) {
    let result = code;
    for (const stop of this.#closers.reverse()) {
      try {
        await stop();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
        result ||= 1;
      }
    }
    process.exit(result);
  }
}
