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

describe('rows in batches', () => {
  const numbers = (tx: ReadTx, last: number, size = 2) =>
    tx.batches<{ n: number }>('SELECT n FROM generate_series(1, $1::int) n ORDER BY n', [last], size);
  const seen = async (batches: AsyncIterable<{ n: number }[]>) => {
    const all: number[][] = [];
    for await (const batch of batches) all.push(batch.map(({ n }) => n));
    return all;
  };

  it.each([
    [0, []],
    [1, [[1]]],
    [
      4,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [5, [[1, 2], [3, 4], [5]]],
  ])('are all of %i, none of them twice', async (last, batches) => {
    expect(await app.db.read(actor, (tx) => seen(numbers(tx, last)))).toEqual(batches);
  });

  it('can be read two at a time, and left early', async () => {
    const both = await app.db.read(actor, async (tx) => {
      for await (const batch of numbers(tx, 9)) {
        const inner = await seen(numbers(tx, 3));
        return [batch.map(({ n }) => n), inner, await seen(numbers(tx, 1))];
      }
    });
    expect(both).toEqual([[1, 2], [[1, 2], [3]], [[1]]]);
  });

  it('hold no rows that the work itself adds', async () => {
    const found = await app.db.transaction(actor, async (tx) => {
      await tx.rows('CREATE TEMPORARY TABLE grown ON COMMIT DROP AS SELECT generate_series(1, 3) AS n');
      let count = 0;
      for await (const batch of tx.batches('SELECT n FROM grown', [], 1)) {
        count += batch.length;
        await tx.rows('INSERT INTO grown SELECT 9');
      }
      return count;
    });
    expect(found).toBe(3);
  });

  it('tell why they failed', async () => {
    const failing = app.db.read(actor, (tx) =>
      seen(tx.batches('SELECT 1 / (2 - n) AS n FROM generate_series(1, 3) n', [], 1)),
    );
    await expect(failing).rejects.toThrow('division by zero');
  });
});

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
