import { expect, it } from '@jest/globals';
import { mailNotice } from './mail-notice.ts';

const smtpUrl = 'smtp://mail.trust.test';
const publicUrl = 'https://rounds.trust.test';

it.each([
  ['says nothing in demo mode', { demo: true, smtpUrl: null, publicUrl: null }, null],
  ['says nothing when both are set', { demo: false, smtpUrl, publicUrl }, null],
  ['names what is missing', { demo: false, smtpUrl: null, publicUrl }, 'because SMTP_URL is not set'],
  ['names the address too', { demo: false, smtpUrl, publicUrl: null }, 'because PUBLIC_URL is not set'],
  ['names both', { demo: false, smtpUrl: null, publicUrl: null }, 'because SMTP_URL and PUBLIC_URL are not set'],
])('%s', (_, config, expected) => {
  if (expected === null) expect(mailNotice(config)).toBeNull();
  else expect(mailNotice(config)).toContain(expected);
});
