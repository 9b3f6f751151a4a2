import type { Config } from './config.ts';

const EVERYWHERE = new Set(['0.0.0.0', '::']);

/** The address that links in mails and on paper begin with; without PUBLIC_URL, where this machine itself reaches the product. */
export function publicAddress({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  return publicUrl ?? `http://${EVERYWHERE.has(host) ? 'localhost' : host}:${port}`;
}
