import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { AppModule } from '../app.module.ts';
import { joinPath } from '../domains/identity/rules/join-path.ts';
import { sayInstant } from '../domains/identity/rules/say-instant.ts';
import { MakeFirstAdministrator } from '../journeys/system/make-first-administrator.ts';
import { ConfigFault, readConfig } from '../platform/config.ts';
import { migrate } from '../platform/migrate.ts';
import { Refusal } from '../platform/problems.ts';
import { publicAddress } from '../platform/public-address.ts';

const USAGE = `Makes an organisation and its first administrator, and prints a link that works once, for 72 hours.

  npm run admin:first -- --organisation "Northgate Health Trust" --code ngt --given Robin --family Hale --email robin.hale@trust.example

  --organisation  its full name
  --code          its short code: 2 to 20 letters, digits and dashes
  --given         given name of the administrator
  --family        family name
  --email         e-mail address
  --time-zone     of the organisation, as Europe/London (the default)
  --again         also when there is an administrator already`;

const line = (longest: number) =>
  z.string({ error: 'is needed' }).trim().min(1, 'is needed').max(longest, `takes ${longest} characters`);
const isZone = (zone: string) => Intl.supportedValuesOf('timeZone').includes(zone);
const Wanted = z.object({
  organisation: line(120),
  code: line(20)
    .toLowerCase()
    .regex(/^[a-z0-9-]{2,20}$/, 'takes 2 to 20 letters, digits and dashes'),
  given: line(100),
  family: line(100),
  email: z.email({ error: 'must be an e-mail address' }),
  'time-zone': z.string().refine(isZone, 'must be a time zone, as Europe/London').default('Europe/London'),
  again: z.boolean().default(false),
});

/** Runs the command; `say` prints. Returns the exit code. */
export async function firstAdministrator(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  say: (words: string) => void,
): Promise<number> {
  const parsed = Wanted.safeParse(read(args));
  if (!parsed.success) {
    say(`${USAGE}\n\n${parsed.error.issues.map((issue) => `--${issue.path.join('.')} ${issue.message}`).join('\n')}`);
    return 2;
  }
  const { given: givenName, family: familyName, 'time-zone': timeZone, ...rest } = parsed.data;
  const config = readConfig(environment);
  await migrate(config.databaseUrl);
  const app = await NestFactory.createApplicationContext(AppModule.for(config), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    const { token, expiresAt, organisation } = await app
      .get(MakeFirstAdministrator)
      .run({ ...rest, givenName, familyName, timeZone });
    say(`Open this link to set the password of ${givenName} ${familyName}, administrator of ${organisation.name}:

  ${publicAddress(config)}${joinPath(token)}

It works once, until ${sayInstant(expiresAt, organisation.timeZone)}. It is shown only here.`);
    return 0;
  } finally {
    await app.close();
  }
}

/** Strangers among the arguments are a fault of their own, told by the usage. */
function read(args: readonly string[]): Record<string, string | boolean | undefined> {
  const text = { type: 'string' } as const;
  const options = {
    organisation: text,
    code: text,
    given: text,
    family: text,
    email: text,
    'time-zone': text,
    again: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    return {};
  }
}

if (import.meta.main) {
  try {
    process.exitCode = await firstAdministrator(process.argv.slice(2), process.env, console.log);
  } catch (fault) {
    if (!(fault instanceof Refusal) && !(fault instanceof ConfigFault)) throw fault;
    console.error([fault.message, fault instanceof Refusal ? fault.more.detail : undefined].filter(Boolean).join('. '));
    process.exitCode = 1;
  }
}
