import type { HandInContent, HandInFile } from '@rounds/contracts/hand-in';
import type { DeviceKey } from '@rounds/contracts/device-key';
import { sealHandIn } from '@rounds/sealing/seal-hand-in';
import type { TestApp } from '../kit/test-app.ts';
import type { AMember } from './identity.ts';

/** What a device of this person would seal: nothing, unless it is said. */
export function handInContent(member: AMember, overrides: Partial<HandInContent> = {}): HandInContent {
  const owner = `${member.personId}/${member.organisationId}`;
  return { owner, madeAt: '2026-09-01T08:58:00+00:00', events: [], attempts: [], receipts: [], ...overrides };
}

/** Sealed as a browser does it, to the key that the server gave this person. */
export async function aHandIn(app: TestApp, member: AMember, content: HandInContent): Promise<HandInFile> {
  const { body } = await app.as(member.token).get('/api/v1/person/device-key').expect(200);
  return sealHandIn((body as DeviceKey).handIn, content);
}
