import type { Config } from '../config.ts';

/** What the start says when production cannot send links by e-mail; null when it can, or in demo mode. */
export function mailNotice({
  demo,
  smtpUrl,
  publicUrl,
}: Pick<Config, 'demo' | 'smtpUrl' | 'publicUrl'>): string | null {
  if (demo) return null;
  const missing = [smtpUrl === null && 'SMTP_URL', publicUrl === null && 'PUBLIC_URL'].filter((name) => name !== false);
  if (missing.length === 0) return null;
  return `Links by e-mail are off, because ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set. Only printed one-use links work.`;
}
