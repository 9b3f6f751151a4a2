import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadTx } from '../../src/platform/db.ts';
import { type AMember, aMember, anOrganisation } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let actor: AMember;

beforeAll(async () => {
  app = await TestApp.start();
  const [ours, theirs] = await app.system(async (tx) => [await anOrganisation(tx), await anOrganisation(tx)] as const);
  actor = await aMember(app, ours);
  await aMember(app, theirs);
});
afterAll(() => app.stop());

const membersSeen = async (tx: ReadTx) => (await tx.rows('SELECT 1 FROM membership')).length;

describe('work as the system within a transaction of an actor', () => {
  it('reaches all rows, and the work after it only the rows of the actor', async () => {
    const seen = await app.db.transaction(actor, async (tx) => [
      await membersSeen(tx),
      await tx.asSystem(() => membersSeen(tx)),
      await membersSeen(tx),
    ]);
    expect(seen).toEqual([1, 2, 1]);
  });

  it('that fails ends the transaction, and the next on the connection is held again', async () => {
    for (let times = 0; times < 8; times += 1) {
      const failing = app.db.transaction(actor, (tx) => tx.asSystem(() => tx.rows('SELECT 1 / 0')));
      await expect(failing).rejects.toThrow('division by zero');
      expect(await app.db.read(actor, membersSeen)).toBe(1);
    }
  });
});
