import { describe, expect, test } from '@jest/globals';
import type { Response } from '@rounds/contracts/item';
import { readVersionState } from '@rounds/contracts/version';
import { createQueryClient } from '../api/query-client.ts';
import { documentQuery } from '../api/version.queries.ts';
import { aDocument, aVersionState, VERSION } from '../../test/factories.ts';
import { withFreshDevice } from '../../test/fresh-device.ts';
import { handle, withServer } from '../../test/server.ts';
import type { Letter } from './letter.ts';
import { showAction, versionStateQuery, withActions } from './version-state.ts';

withFreshDevice();
const server = withServer();

const ITEM = 'item-1';
const DEVICE = '01a5c9ee-8b1c-7000-8000-0000000000d1';

const response = (optionId: string): Response => ({ itemId: ITEM, optionIds: [optionId], pairs: [] });

function answer(seq: number, optionId: string): Letter {
  const at = `2027-03-11T13:52:${String(seq).padStart(2, '0')}.000+00:00`;
  const id = `01a5c9ee-8b1c-7000-8000-0000000${String(seq).padStart(5, '0')}`;
  const stamp = { id, v: 1, deviceId: DEVICE, seq, at, zone: 'Europe/London' } as const;
  const event = {
    ...stamp,
    kind: 'quiz-response-kept',
    versionId: VERSION,
    tryNumber: 1,
    response: response(optionId),
  } as const;
  return { id, owner: 'p/o', seq, savedAt: at, content: { what: 'event', event }, state: 'waiting', reason: null };
}

const shown = (letters: readonly Letter[]) =>
  withActions(aVersionState(), letters, aDocument()).progress.quizDraft?.responses[ITEM]?.optionIds;

describe('answers of several tabs', () => {
  test('an older one that is heard of later does not take the place of a newer one', () => {
    expect(shown([answer(2, 'new'), answer(1, 'old')])).toEqual(['new']);
  });

  test('one that is heard of twice counts once', () => {
    const known = withActions(aVersionState(), [answer(1, 'a'), answer(2, 'b')], aDocument());
    const again = withActions(known.base, [...known.actions, answer(1, 'a')], aDocument());
    expect(again.progress).toEqual(known.progress);
  });

  test('of other versions are none of this one', () => {
    const other = answer(1, 'x');
    if (other.content.what === 'event' && 'versionId' in other.content.event) other.content.event.versionId = DEVICE;
    expect(shown([other])).toBeUndefined();
  });
});

test('an answer that is given and sent while the server says where the learner is stays', async () => {
  const client = createQueryClient();
  const query = versionStateQuery('p/o', VERSION);
  client.setQueryData(documentQuery(VERSION).queryKey, aDocument());
  client.setQueryData(query.queryKey, withActions(aVersionState(), [answer(1, 'sent before')], aDocument()));
  server.use(
    handle(readVersionState, () => {
      showAction(client, answer(2, 'given meanwhile'));
      return aVersionState();
    }),
  );
  const { progress } = await client.fetchQuery({ ...query, staleTime: 0 });
  expect(progress.quizDraft?.responses[ITEM]?.optionIds).toEqual(['given meanwhile']);
});
