/** Keeps what was used last, up to a total weight. For values that never change. */
export class Lru<Value> {
  private readonly entries = new Map<string, Value>();
  private weight = 0;

  constructor(
    private readonly capacity: number,
    private readonly weigh: (value: Value) => number,
  ) {}

  get(key: string): Value | undefined {
    const value = this.entries.get(key);
    if (value === undefined) return undefined;
    this.entries.delete(key);
    this.entries.set(key, value);
    return value;
  }

  /** Keeps a value, in place of an older one, and drops the longest unused ones until the weight fits. */
  set(key: string, value: Value): void {
    this.drop(key);
    this.entries.set(key, value);
    this.weight += this.weigh(value);
    for (const oldest of this.entries.keys()) {
      if (this.weight <= this.capacity) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const value = this.entries.get(key);
    if (value === undefined) return;
    this.entries.delete(key);
    this.weight -= this.weigh(value);
  }
}
