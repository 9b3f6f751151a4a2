import { Pool } from 'undici';
import { cookieOf, type Learner } from './population.ts';

/** So many kept-open connections to the product. Every answer is read to its end. */
export class ProductClient {
  private readonly pool: Pool;

  constructor(origin: string, connections: number) {
    this.pool = new Pool(origin, { connections, pipelining: 1 });
  }

  async get(path: string, who: Learner | null, headers: Record<string, string> = {}): Promise<Buffer> {
    return this.send('GET', path, { ...cookieOf(who), ...headers }, null);
  }

  async post(path: string, who: Learner | null, body: string): Promise<Buffer> {
    return this.send('POST', path, { 'content-type': 'application/json', ...cookieOf(who) }, body);
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async send(
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string>,
    body: string | null,
  ): Promise<Buffer> {
    const answer = await this.pool.request({ method, path, headers, body });
    const bytes = Buffer.from(await answer.body.arrayBuffer());
    if (answer.statusCode >= 300)
      throw new Error(`${method} ${path} answered ${answer.statusCode}: ${bytes.toString().slice(0, 300)}`);
    return bytes;
  }
}
