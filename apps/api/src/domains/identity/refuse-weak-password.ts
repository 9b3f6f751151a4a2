import { Refusal } from '../../platform/problems.ts';
import { faultOfPassword } from './rules/check-password.ts';
import { knownWords } from './rules/known-words.ts';

type Someone = Parameters<typeof knownWords>[0];

/** `field` is the name the request gives the new password. */
export function refuseWeakPassword(password: string, person: Someone, field: string): void {
  const message = faultOfPassword(password, knownWords(person));
  if (message !== null)
    throw new Refusal('password-too-weak', 'This password is too easy to guess', {
      detail: message,
      faults: [{ field, message }],
    });
}
