import { hash, type Options, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet for argon2id, the library's default: 19 MiB of memory (in KiB here), 2 passes, 1 lane. */
const ARGON2ID: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Made of a random password by the same parameters, so that checking it takes as long as any other. Nothing matches it. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$+zE31VbAh4g3pc2tKtwoRg$Gz57tZH70W+F2sHjFNx4GiJaFAHO17wQvgTqemr44Fc';

/** One form for a password however the keyboard put its accents together (NIST SP 800-63B-4, section 3.1.1.2). */
function normal(password: string): string {
  return password.normalize('NFKC');
}

/** In PHC form, with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), ARGON2ID);
}

/** Takes as long for somebody without a password, or nobody at all (null), as for anybody else. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const matches = await verify(kept ?? NOBODYS_HASH, normal(password));
  return matches && kept !== null;
}
