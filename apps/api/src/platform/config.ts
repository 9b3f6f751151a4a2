import { z } from 'zod';
import { isAddressRange } from './address-range.ts';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Links are made by putting a path behind it. What is no address at all has its own fault. */
function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const { origin, href } = new URL(address);
  return href === `${origin}/`;
}

/** Every setting, read from the environment; `.env.example` says what each is for. */
const Environment = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
    /** Set by the launcher when it runs the embedded database; never by hand. */
    ROUNDS_EMBEDDED_URL: z.string().optional(),
    DEMO: flag.optional(),
    DEMO_ANCHOR: z.iso.date({ error: 'must be a date, as 2026-11-22' }).optional(),
    HOST: z.string().min(1).optional(),
    PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65_535).default(3000),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
      .refine(isOrigin, 'must be an address without a path, a query or a name to sign in with')
      .optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
    MAIL_FROM: z.string().min(3).default('Rounds <rounds@localhost>'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).optional(),
    DATABASE_POOL: z.coerce.number({ error: 'must be a number' }).int().min(1).max(200).default(16),
    /** Addresses or ranges of reverse proxies whose X-Forwarded-For is believed, with commas between. */
    TRUSTED_PROXIES: z
      .string()
      .default('')
      .transform(listed)
      .refine(
        (parts) => parts.every(isAddressRange),
        'must be addresses or ranges, as 10.0.0.0/8, with commas between',
      ),
    WEB_ROOT: z.string().optional(),
    CONTENT_ROOT: z.string().optional(),
  })
  .superRefine((env, ctx) => {
    if (env.DATABASE_URL === undefined && env.ROUNDS_EMBEDDED_URL === undefined) {
      ctx.addIssue({
        code: 'custom',
        path: ['DATABASE_URL'],
        message: 'is needed, unless npm start runs the embedded database',
      });
    }
  });

export type Config = {
  databaseUrl: string;
  databasePool: number;
  /** Whether it is the database that the launcher runs, and that npm run demo:reset removes. */
  embedded: boolean;
  /** Demo mode: only when no DATABASE_URL is given, or DEMO=1. Production means not demo, and nothing else decides it. */
  demo: boolean;
  demoAnchor: string | null;
  host: string;
  port: number;
  publicUrl: string | null;
  /** Whether people reach the product over TLS, by what PUBLIC_URL says. */
  secure: boolean;
  smtpUrl: string | null;
  mailFrom: string;
  logLevel: string;
  trustedProxies: string[];
  webRoot: string | null;
  contentRoot: string | null;
};

/** Injection token of the one Config value. */
export const CONFIG = Symbol('config');

/** What keeps Rounds from starting and somebody can mend. Its message tells it in full, so it is printed without a stack. */
export class ConfigFault extends Error {}

/** Reads and checks all settings at once. Throws a ConfigFault whose message lists every fault. */
export function readConfig(source: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new ConfigFault(`Rounds cannot start. Settings to mend:\n${faults.join('\n')}`);
  }
  const env = parsed.data;
  const demo = env.DEMO ?? env.DATABASE_URL === undefined;
  return {
    databaseUrl: env.DATABASE_URL ?? env.ROUNDS_EMBEDDED_URL ?? '',
    databasePool: env.DATABASE_POOL,
    embedded: env.DATABASE_URL === undefined,
    demo,
    demoAnchor: env.DEMO_ANCHOR ?? null,
    host: env.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    port: env.PORT,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    secure: env.PUBLIC_URL?.startsWith('https:') ?? false,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM,
    // A demo's console shows its address and sign-ins; a line a request would bury them.
    logLevel: env.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    trustedProxies: env.TRUSTED_PROXIES,
    webRoot: env.WEB_ROOT ?? null,
    contentRoot: env.CONTENT_ROOT ?? null,
  };
}
