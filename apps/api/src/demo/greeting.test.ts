import { expect, it } from '@jest/globals';
import { DEMO_SIGN_INS } from '@rounds/contracts/demo';
import { demoGreeting } from './greeting.ts';

it('names everyone who can sign in, their password, and that all are invented', () => {
  const said = demoGreeting();
  for (const { email } of DEMO_SIGN_INS) expect(said).toContain(email);
  expect(said).toContain('Juniper Larkspur, Specialty doctor, Northgate Health Trust and Fellside Practice');
  expect(said).toContain('rounds-demo');
  expect(said).toContain('All people and records in it are invented.');
  for (const line of said.split('\n')) expect(line.length).toBeLessThan(130);
});
