import { beforeEach, describe, expect, test } from '@jest/globals';
import { type ModulePage, readModule, searchCatalogue } from '@rounds/contracts/catalogue';
import type { LearnerDocument } from '@rounds/contracts/learner-document';
import { readDocument, readMedia, readVersionState } from '@rounds/contracts/version';
import { aDocument, aMe, aModulePage, aVersionState } from '../../test/factories.ts';
import { withFreshDevice } from '../../test/fresh-device.ts';
import { handle, noAnswer, withServer } from '../../test/server.ts';
import { createQueryClient } from '../api/query-client.ts';
import { UnreachableError } from '../api/problem-error.ts';
import { fetchKey } from '../outbox/keys.ts';
import { ownerOf } from '../outbox/letter.ts';
import { versionStateQuery } from '../outbox/version-state.ts';
import { reopenKept } from './kept.idb.ts';
import { keepModule, keptModulesQuery, removeModule } from './kept-modules.ts';
import { getKept, listKept, putKept } from './kept-store.ts';
import { keptKeys } from './keys.ts';
import { findPicture } from './pictures.ts';
import { refreshKept } from './refresh-kept.ts';

const server = withServer();
withFreshDevice();

const owner = ownerOf(aMe());
const SECOND = '01a5c9ee-8b1c-7000-8000-0000000000a2';
const FILE = 'three-doors.svg';
const image = { file: FILE, alt: 'Doors', licence: 'CC BY 4.0', credit: 'Us', bytes: 40 };
function withPicture(versionId: string): LearnerDocument {
  const document = aDocument({ versionId });
  const doors: LearnerDocument['cards'][number] = {
    kind: 'image',
    cardId: 'doors',
    title: 'Doors',
    sources: [],
    html: '<p>Three doors.</p>' as never,
    image,
  };
  return { ...document, cards: [...document.cards, doors] };
}
const first = aDocument().versionId;
const { moduleId } = aDocument();
let newest = first;
let pictureComes = true;

function page(): ModulePage {
  return aModulePage({ moduleId, versionId: newest });
}

beforeEach(async () => {
  reopenKept();
  newest = first;
  pictureComes = true;
  server.use(
    handle(readModule, page),
    handle(readDocument, ({ params }) => withPicture(params['versionId'] ?? '')),
    handle(readVersionState, () => aVersionState()),
    handle(searchCatalogue, () => ({ modules: [], nextCursor: null, capabilities: [], levels: [], audiences: [] })),
    handle(readMedia, () =>
      pictureComes ? new Response('<svg/>', { headers: { 'content-type': 'image/svg+xml' } }) : noAnswer(),
    ),
  );
  await fetchKey(owner);
});

const kept = () => createQueryClient().fetchQuery(keptModulesQuery(owner));

describe('a module on this device', () => {
  test('is whole: page, document, pictures, and what it weighs', async () => {
    await keepModule(createQueryClient(), owner, { moduleId, chosen: true });
    expect(await kept()).toEqual([
      expect.objectContaining({ moduleId, versionId: first, chosen: true, bytes: expect.any(Number) }),
    ]);
    expect((await kept())[0]?.bytes).toBeGreaterThan(1_000);
    expect(await findPicture(owner, first, FILE)).toMatch(/^data:image\/svg\+xml/);
  });

  test('opens where it was left, on a page that begins the moment it is kept', async () => {
    await keepModule(createQueryClient(), owner, { moduleId, chosen: true });
    const { queryKey } = versionStateQuery(owner, first);
    expect((await getKept(owner, keptKeys.answer(queryKey)))?.value).toEqual(aVersionState());
  });

  test('is not kept when something of it did not come', async () => {
    pictureComes = false;
    await expect(keepModule(createQueryClient(), owner, { moduleId, chosen: true })).rejects.toBeInstanceOf(
      UnreachableError,
    );
    expect(await kept()).toEqual([]);
  });

  test('goes with all of it when it is removed', async () => {
    const client = createQueryClient();
    await keepModule(client, owner, { moduleId, chosen: true });
    await removeModule(client, owner, { moduleId, versionId: first, title: '', chosen: true });
    expect(await listKept(owner)).toEqual([]);
  });
});

describe('a newer version', () => {
  async function keepAnHourAgo(chosen: boolean): Promise<void> {
    await keepModule(createQueryClient(), owner, { moduleId, chosen });
    const [note] = await kept();
    await putKept(owner, `module ${moduleId}`, note, new Date(Date.now() - 2 * 60 * 60_000).toISOString());
    newest = SECOND;
  }

  test('comes at the next visit, and the older one goes', async () => {
    await keepAnHourAgo(true);
    await refreshKept(createQueryClient(), owner);
    expect((await kept()).map(({ versionId }) => versionId)).toEqual([SECOND]);
    expect(await findPicture(owner, first, FILE)).toBeNull();
  });

  test('that does not come whole leaves the older one as it is', async () => {
    await keepAnHourAgo(true);
    pictureComes = false;
    await expect(refreshKept(createQueryClient(), owner)).rejects.toBeInstanceOf(UnreachableError);
    expect((await kept()).map(({ versionId }) => versionId)).toEqual([first]);
    expect(await findPicture(owner, first, FILE)).not.toBeNull();
  });

  test('does not take the place of what was only begun', async () => {
    await keepAnHourAgo(false);
    await refreshKept(createQueryClient(), owner);
    expect((await kept()).map(({ versionId }) => versionId)).toEqual([first]);
  });
});
