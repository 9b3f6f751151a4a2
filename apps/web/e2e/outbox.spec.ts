import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { drawnItems, answerRightly } from './support/answers.ts';
import { byMouse } from './support/hands.ts';
import { readCards, takeQuiz } from './support/learn.ts';
import { aNewcomer } from './support/newcomer.ts';
import { actionsOf, expectHeld, expectKept, FAULTS, killBrowserOf, Wire } from './support/outbox.ts';
import { signIn } from './support/sign-in.ts';

test.describe.configure({ timeout: 120_000 });

type Item = Awaited<ReturnType<typeof drawnItems>>[number];

const hands = byMouse();
let tried = 0;
test.afterAll(() => console.log(`Faults tried on the way from the device: ${tried}`));

/** The recommended module's version, its first card open. */
async function openModule(page: Page): Promise<string> {
  const { recommended } = await (await page.request.get('/api/v1/learner/today')).json();
  const { versionId } = recommended.module;
  await page.goto(`/read/${versionId}/1`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectKept(page, 'server');
  return versionId;
}

const goOn = (page: Page) =>
  page.getByRole('button', { name: 'Continue', exact: true }).locator('visible=true').click();

/** Takes an option that is not the key's. */
async function answerWrongly(page: Page, item: Item, optionId: string): Promise<void> {
  const wrong = item.options.find((option) => option.optionId !== optionId);
  await page.locator(`input[name="${item.itemId}"][value="${wrong?.optionId}"]`).check();
}

test('a network that fails at every step of a module and its quiz', async ({ page, playwright, baseURL }) => {
  await signIn(page, await aNewcomer(playwright.request, baseURL ?? ''));
  const wire = await new Wire(page.context()).begin();
  const versionId = await openModule(page);
  let step = 0;
  /** Between two steps: the last one is on the device, gets to the server once there is a network, and the next one fails. */
  const betweenSteps = async (): Promise<void> => {
    if (step > 0 && !(await page.getByText(/^Saved on the server/).isVisible())) await expectKept(page, 'device');
    await wire.mend();
    await expectKept(page, 'server');
    wire.break(FAULTS[step++ % FAULTS.length] ?? 'cut');
  };
  await readCards(page, { hands, look: betweenSteps });
  await takeQuiz(page, versionId, { tryNumber: 1, right: true, hands, look: betweenSteps });
  await wire.mend();
  await expect(page.getByRole('heading', { level: 1, name: /^You passed/ })).toBeVisible({ timeout: 20_000 });
  tried += wire.tried;
  const { cards, minutes } = await (await page.request.get(`/api/v1/learner/versions/${versionId}/document`)).json();
  expect(actionsOf([wire], 'card-viewed')).toHaveLength(cards.length);
  expect(await expectHeld(page, [wire])).toBe(wire.sent.size);
  expect([...wire.sent.values()].filter(({ what }) => what === 'attempt')).toHaveLength(1);
  const { creditMinutes } = await (await page.request.get('/api/v1/learner/cpd-record')).json();
  expect(creditMinutes).toBe(minutes);
});

test('a network that flaps while cards are turned', async ({ page, playwright, baseURL }) => {
  await signIn(page, await aNewcomer(playwright.request, baseURL ?? ''));
  const wire = await new Wire(page.context()).begin();
  await openModule(page);
  const flapping = (async () => {
    for (let turn = 0; turn < 24; turn++) {
      if (turn % 2 === 0) wire.break((['cut', 'lost-answer', '502'] as const)[turn % 3] ?? 'cut');
      else await wire.mend();
      await page.waitForTimeout(60);
    }
  })();
  for (let card = 1; card <= 2; card++) {
    const note = page.getByLabel('Private note').locator('visible=true');
    if (await note.isVisible()) await note.fill(`Note ${card}`);
    await goOn(page);
    await expect(page).toHaveURL(new RegExp(`/${card + 1}$`));
  }
  await flapping;
  await wire.mend();
  await expectKept(page, 'server');
  tried += wire.tried;
  expect(actionsOf([wire], 'card-viewed')).toHaveLength(2);
  await expectHeld(page, [wire]);
});

test('a browser that is killed between keeping and sending', async ({ playwright, baseURL }) => {
  const who = await aNewcomer(playwright.request, baseURL ?? '');
  const folder = mkdtempSync(path.join(tmpdir(), 'rounds-killed-'));
  const open = () =>
    chromium.launchPersistentContext(folder, {
      executablePath: process.env['CHROMIUM_PATH'] || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
      viewport: { width: 360, height: 740 },
      ...(baseURL && { baseURL }),
    });
  const first = await open();
  const page = await first.newPage();
  await signIn(page, who);
  const wire = await new Wire(first).begin();
  await openModule(page);
  wire.break('cut');
  await goOn(page);
  await expectKept(page, 'device');
  const closed = first.waitForEvent('close');
  killBrowserOf(folder);
  await closed;
  tried += 1;
  const second = await open();
  const again = await new Wire(second).begin();
  const next = await second.newPage();
  await next.goto('/today');
  // The browser may have died before it wrote its cookies: the work waits for its owner.
  if (next.url().includes('/sign-in')) await signIn(next, who);
  await next.goto('/today');
  await expectKept(next, 'server');
  expect(actionsOf([wire, again], 'card-viewed')).toHaveLength(1);
  expect(actionsOf([again], 'card-viewed')).toHaveLength(1);
  await expectHeld(next, [wire, again]);
  await second.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a storage that is full: nothing is said to be kept, the screen stays, and it goes on with room', async ({
  page,
  playwright,
  baseURL,
}) => {
  await signIn(page, await aNewcomer(playwright.request, baseURL ?? ''));
  const wire = await new Wire(page.context()).begin();
  await openModule(page);
  await fillStorage(page, true);
  tried += 1;
  await goOn(page);
  await expect(page.getByText(/^Not saved: this browser would not keep it/).first()).toBeVisible();
  await expect(page).toHaveURL(/\/1$/);
  await fillStorage(page, false);
  await goOn(page);
  await expect(page).toHaveURL(/\/2$/);
  await expectKept(page, 'server');
  expect(actionsOf([wire], 'card-viewed')).toHaveLength(1);
  await expectHeld(page, [wire]);
});

test('a clock that is wrong is corrected; one that is moved while offline is told', async ({
  page,
  playwright,
  baseURL,
}) => {
  await signIn(page, await aNewcomer(playwright.request, baseURL ?? ''));
  await page.clock.install({ time: Date.now() + 2 * 3_600_000 });
  const wire = await new Wire(page.context()).begin();
  await openModule(page);
  await goOn(page);
  await expect(page).toHaveURL(/\/2$/);
  await expectKept(page, 'server');
  await expect(page.getByText(/clock is off/)).toHaveCount(0);
  const [viewed] = actionsOf([wire], 'card-viewed') as { offsetMs: number }[];
  expect(Math.abs((viewed?.offsetMs ?? 0) - 2 * 3_600_000)).toBeLessThan(10_000);
  wire.break('cut');
  await page.clock.setSystemTime(Date.now() - 3 * 86_400_000);
  tried += 2;
  await page.goBack();
  await goOn(page);
  await expectKept(page, 'device');
  await wire.mend();
  await expectKept(page, 'server');
  await expect(page.getByText(/clock is off, so the time it arrived counts/).first()).toBeVisible();
  await expectHeld(page, [wire]);
});

test('two tabs at once: each action once, and a stale tab submits the newer answer', async ({
  page,
  playwright,
  baseURL,
}) => {
  await signIn(page, await aNewcomer(playwright.request, baseURL ?? ''));
  const wire = await new Wire(page.context()).begin();
  const versionId = await openModule(page);
  const other = await page.context().newPage();
  const items = await drawnItems(page, versionId, 1);
  const at = items.findIndex(({ key }) => key.kind === 'single-best-answer');
  const item = items[at];
  if (item?.key.kind !== 'single-best-answer') throw new Error('No question of this draw has one best answer');
  const { optionId } = item.key;
  for (const tab of [page, other]) await tab.goto(`/quiz/${versionId}/${at + 1}`);
  wire.break('cut');
  tried += 1;
  await answerWrongly(page, item, optionId);
  await expectKept(page, 'device');
  await answerRightly(other, item, hands);
  await expectKept(other, 'device');
  // Within the page as it stands, and with nothing on the server: only the other tab can have told it.
  await page.getByRole('link', { name: 'Review your answers' }).locator('visible=true').first().click();
  await page
    .getByRole('button', { name: /^Submit/ })
    .locator('visible=true')
    .click();
  await expect(page).toHaveURL(/\/results\//, { timeout: 15_000 });
  await wire.mend();
  await expectKept(other, 'server');
  const submitted = [...wire.sent.values()].find(({ what }) => what === 'attempt')?.body as {
    responses: { itemId: string; optionIds: string[] }[];
  };
  expect(submitted.responses.find(({ itemId }) => itemId === item.itemId)?.optionIds).toEqual([optionId]);
  await expectHeld(page, [wire]);
});

test('two devices at once end with one progress', async ({ page, browser, playwright, baseURL }) => {
  const who = await aNewcomer(playwright.request, baseURL ?? '');
  const elsewhere = await browser.newContext({ viewport: page.viewportSize() });
  const desk = await elsewhere.newPage();
  await signIn(page, who);
  await signIn(desk, who);
  const [phoneWire, deskWire] = [await new Wire(page.context()).begin(), await new Wire(elsewhere).begin()];
  const versionId = await openModule(page);
  phoneWire.break('cut');
  tried += 1;
  await goOn(page);
  await expectKept(page, 'device');
  await desk.goto(`/read/${versionId}/1`);
  await goOn(desk);
  await expect(desk).toHaveURL(/\/2$/);
  await expectKept(desk, 'server');
  await phoneWire.mend();
  await expectKept(page, 'server');
  const { progress } = await (await page.request.get(`/api/v1/learner/versions/${versionId}/state`)).json();
  expect(progress.viewedCardIds).toHaveLength(1);
  expect(actionsOf([phoneWire, deskWire], 'card-viewed')).toHaveLength(2);
  await expectHeld(page, [phoneWire, deskWire]);
  await elsewhere.close();
});

test('somebody else signs in on the same device: the first one’s work waits sealed, and is sent for them alone', async ({
  page,
  browser,
  playwright,
  baseURL,
}) => {
  const [one, two] = [
    await aNewcomer(playwright.request, baseURL ?? ''),
    await aNewcomer(playwright.request, baseURL ?? ''),
  ];
  const wire = await new Wire(page.context()).begin();
  await signIn(page, one);
  await openModule(page);
  wire.break('cut');
  tried += 1;
  await goOn(page);
  await expectKept(page, 'device');
  const handedIn = await leaveSealed(page);
  await signIn(page, two);
  await page.goto('/today');
  await expect(page.getByText(/waiting to send/)).toHaveCount(0);
  await expect(page.getByText('Nothing on this device waits to be sent.')).toBeVisible();
  await wire.mend();
  await openModule(page);
  await expectHeld(page, [wire]);
  await page.goto('/more');
  await page.getByRole('navigation', { name: 'More' }).getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await handInElsewhere(
    await browser.newPage({ viewport: page.viewportSize(), ...(baseURL && { baseURL }) }),
    one,
    handedIn,
  );
  await signIn(page, one);
  await page.goto('/today');
  await expectKept(page, 'server');
  expect(actionsOf([wire], 'card-viewed')).toHaveLength(1);
  await expectHeld(page, [wire]);
});

/**
 * From now on the browser ends every writing transaction as it does on a full disk. Chromium's own override of the quota
 * (CDP `Storage.overrideQuotaForOrigin`) stops no write of IndexedDB.
 */
async function fillStorage(page: Page, full: boolean): Promise<void> {
  await page.evaluate((isFull) => {
    const begin = IDBDatabase.prototype as { whole?: IDBDatabase['transaction'] } & IDBDatabase;
    begin.whole ??= Reflect.get(begin, 'transaction') as IDBDatabase['transaction'];
    const { whole } = begin;
    begin.transaction = function (this: IDBDatabase, ...how: Parameters<typeof whole>) {
      const transaction = whole.apply(this, how);
      if (isFull && how[1] === 'readwrite') queueMicrotask(() => transaction.abort());
      return transaction;
    };
  }, full);
}

/** Signs out with work waiting, after saving it as a hand-in file. Returns the file. */
async function leaveSealed(page: Page): Promise<string> {
  await page.goto('/more');
  await page.getByRole('navigation', { name: 'More' }).getByRole('button', { name: 'Sign out' }).click();
  const dialog = page.getByRole('dialog', { name: 'Not everything is on the server yet' });
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save it as a hand-in file' }).click();
  const file = await (await download).path();
  await dialog.getByRole('button', { name: 'Sign out, and leave it sealed here' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  return file;
}

async function handInElsewhere(page: Page, who: Parameters<typeof signIn>[1], file: string): Promise<void> {
  await signIn(page, who);
  await page.goto('/hand-in');
  await page.getByLabel('Hand-in file').setInputFiles(file);
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await expect(page.getByText(/1 thing of 1 is on the server now/)).toBeVisible();
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await expect(page.getByText(/This file was handed in before/)).toBeVisible();
  await page.close();
}
