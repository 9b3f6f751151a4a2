import { beforeEach, describe, expect, test } from '@jest/globals';
import { meQuery } from '../api/me.queries.ts';
import { useOfflineView } from '../api/offline.zustand.ts';
import { createQueryClient } from '../api/query-client.ts';
import { todayQuery } from '../api/today.queries.ts';
import { aMe } from '../../test/factories.ts';
import { aToday } from '../../test/fixtures/today.ts';
import { withFreshDevice } from '../../test/fresh-device.ts';
import { withServer } from '../../test/server.ts';
import { fetchKey, sealNow } from '../outbox/keys.ts';
import { ownerOf } from '../outbox/letter.ts';
import { findKept } from './find-kept.ts';
import { AnswerKeeper } from './keep-answers.ts';
import { keptDatabase, reopenKept } from './kept.idb.ts';
import { getKept, listKept, whoIsHere } from './kept-store.ts';
import { keptKeys } from './keys.ts';

const me = aMe();
const owner = ownerOf(me);

withServer();
withFreshDevice();
beforeEach(async () => {
  reopenKept();
  useOfflineView.setState({ since: {} });
  await fetchKey(owner);
});

function aClient() {
  const client = createQueryClient();
  // The options of a query, its meta among them, are those that it is fetched or watched with.
  for (const options of [meQuery, todayQuery]) client.getQueryCache().build(client, options as never);
  return client;
}

async function keepFrom(client = aClient()): Promise<AnswerKeeper> {
  client.setQueryData(meQuery.queryKey, me);
  client.setQueryData(todayQuery.queryKey, aToday());
  const keeper = new AnswerKeeper(client);
  keeper.start();
  await keeper.flush();
  return keeper;
}

describe('what this device keeps of the answers', () => {
  test('is found by the next page, before the server has said who is signed in', async () => {
    await keepFrom();
    const next = createQueryClient();
    expect((await findKept(next, meQuery.queryKey))?.value).toEqual(me);
    expect((await findKept(next, todayQuery.queryKey))?.value).toEqual(aToday());
  });

  test('opens for nobody once it is sealed, and again once its owner has signed in', async () => {
    await keepFrom();
    await sealNow();
    expect(await findKept(createQueryClient(), meQuery.queryKey)).toBeNull();
    await fetchKey(owner);
    expect((await findKept(createQueryClient(), meQuery.queryKey))?.value).toEqual(me);
  });

  test('opens for its owner alone', async () => {
    await keepFrom();
    const other = createQueryClient();
    other.setQueryData(meQuery.queryKey, { ...me, personId: '0198f0a0-0000-7000-8000-0000000000ff' });
    expect(await findKept(other, todayQuery.queryKey)).toBeNull();
  });

  test('asks nobody for the key while it is sealed, not even when somebody could give it', async () => {
    await keepFrom();
    await sealNow();
    expect(await whoIsHere()).toBeNull();
    expect(await getKept(owner, keptKeys.answer(todayQuery.queryKey))).toBeNull();
    expect(await listKept(owner)).toEqual([]);
  });

  test('is apart for each organisation of a person', async () => {
    await keepFrom();
    const elsewhere = `${me.personId}/01a5c9ee-8b1c-7000-8000-0000000000e1`;
    expect(await listKept(elsewhere)).toEqual([]);
    expect(await getKept(elsewhere, keptKeys.answer(todayQuery.queryKey))).toBeNull();
  });

  test('is every change, and no query that is not to be kept', async () => {
    const client = aClient();
    const keeper = await keepFrom(client);
    client.setQueryData(todayQuery.queryKey, { ...aToday(), toReflectCount: 7 });
    client.setQueryData(['sessions'], []);
    await keeper.flush();
    expect((await getKept(owner, keptKeys.answer(todayQuery.queryKey)))?.value).toMatchObject({ toReflectCount: 7 });
    expect(await listKept(owner)).toHaveLength(2);
  });

  test('is no newer for having been shown without a network', async () => {
    const client = aClient();
    useOfflineView.setState({ since: { '["today"]': '2026-01-02T03:04:05.000Z' } });
    await keepFrom(client);
    expect((await getKept(owner, keptKeys.answer(todayQuery.queryKey)))?.at).toBe('2026-01-02T03:04:05.000Z');
  });
});

test('nothing that is kept can be read without the key, not even its name', async () => {
  await keepFrom();
  const db = await keptDatabase(me.personId);
  const rows = [...(await db.getAll('facts')), ...(await db.getAll('things'))];
  expect(rows).toHaveLength(4);
  for (const { name, sealed } of rows) {
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    expect(new TextDecoder().decode(sealed)).not.toMatch(/today|personId|Larkspur/i);
  }
});
