import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { text } from './text.ts';

/** Shortest password taken, in characters. */
export const SHORTEST_PASSWORD = 10;

/** As typed or pasted, spaces and all. What is too weak is refused by the use case, with its reason. */
export const Password = z
  .string()
  .check(z.minLength(1, 'Type a password.'), z.maxLength(200, 'Use 200 characters or fewer.'));

/** Ends every other session of the person. A wrong old password is a fault of `oldPassword`, not a sign-out. */
export const changePassword = endpoint({
  method: 'POST',
  path: '/person/password',
  summary: 'Change my password',
  audience: 'person',
  policy: 'signed-in',
  status: 204,
  body: z.object({ oldPassword: Password, newPassword: Password }),
  problems: ['password-too-weak', 'too-many-tries'],
});

/** The answer is the same, and takes the same time, whether or not somebody has this address. */
export const requestPasswordReset = endpoint({
  method: 'POST',
  path: '/visitor/password-reset-requests',
  summary: 'Ask for a link, mailed, that sets a new password within the hour',
  audience: 'visitor',
  policy: 'anyone',
  status: 202,
  body: z.object({ email: text(254).check(z.trim(), z.minLength(1, 'Type your e-mail address.')) }),
  problems: ['too-many-tries', 'not-ready'],
});

/** Uses the link up and ends every session of the person. */
export const resetPassword = endpoint({
  method: 'POST',
  path: '/visitor/password-resets',
  summary: 'Set a new password by a one-use link',
  audience: 'visitor',
  policy: 'anyone',
  status: 204,
  body: z.object({ token: text(200).check(z.minLength(1)), newPassword: Password }),
  problems: ['link-not-valid', 'password-too-weak', 'too-many-tries'],
});
