/** Waits for something that happens by itself, as a job does. Throws after ten seconds. */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  const end = performance.now() + 10_000;
  while (performance.now() < end) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    await new Promise((resume) => setTimeout(resume, 25));
  }
  throw new Error(`Waited in vain: ${what}`);
}
