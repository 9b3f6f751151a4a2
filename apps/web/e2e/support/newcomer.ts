import { randomUUID } from 'node:crypto';
import { expect, type APIRequest } from '@playwright/test';
import type { WhoSignsIn } from './sign-in.ts';

const PASSWORD = 'a lantern in the long corridor';

/** A clinician who has learnt nothing yet: added by the administrator, without e-mail, and joined by a printed code. */
export async function aNewcomer(requests: APIRequest, baseURL: string): Promise<WhoSignsIn> {
  const admin = await requests.newContext({ baseURL });
  const api = `${baseURL}/api/v1`;
  await admin.post('/sign-in/demo', { form: { who: 'admin' } });
  const { units } = await (await admin.get(`${api}/admin/units`)).json();
  const ward = units.find(({ name }: { name: string }) => name === 'Older adults ward');
  const staffNumber = `N-${randomUUID().slice(0, 8)}`;
  const familyName = `Sandwort-${staffNumber.slice(2)}`;
  const post = { unitId: ward.unitId, title: 'Staff nurse', staffGroup: 'Nursing', startsOn: '2026-01-05' };
  const added = await admin.post(`${api}/admin/people`, { data: { givenName: 'Rue', familyName, staffNumber, post } });
  expect(added.status()).toBe(201);
  const { personId } = await added.json();
  const printed = await (await admin.post(`${api}/admin/people/${personId}/joining-code`)).json();
  await admin.dispose();
  const visitor = await requests.newContext({ baseURL });
  const token = `${printed.organisationCode}.${printed.shown}`;
  expect((await visitor.post(`${api}/visitor/invitation`, { data: { token, password: PASSWORD } })).status()).toBe(200);
  await visitor.dispose();
  return { identifier: staffNumber, organisationCode: printed.organisationCode, password: PASSWORD, familyName };
}
