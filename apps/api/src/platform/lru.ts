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

  /** Adds a value under a new key, and drops the longest unused ones until the weight fits. */
  set(key: string, value: Value): void {
    if (this.entries.has(key)) return;
    this.entries.set(key, value);
    this.weight += this.weigh(value);
    for (const [oldKey, old] of this.entries) {
      if (this.weight <= this.capacity) return;
      this.entries.delete(oldKey);
      this.weight -= this.weigh(old);
    }
  }
}
