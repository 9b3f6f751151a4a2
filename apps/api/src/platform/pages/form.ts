/** The fields of a posted form. One that is missing, or was sent twice, reads as empty. */
export class Form {
  constructor(private readonly body: unknown) {}

  text(name: string): string {
    const value =
      typeof this.body === 'object' && this.body !== null ? (this.body as Record<string, unknown>)[name] : undefined;
    return typeof value === 'string' ? value : '';
  }

  ticked(name: string): boolean {
    return this.text(name) !== '';
  }
}
