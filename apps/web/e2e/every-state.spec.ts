import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { type DemoSignIn, signIn } from './support/sign-in.ts';

test.describe.configure({ timeout: 180_000 });

type Open = (page: Page) => Promise<unknown>;

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

function dialog(name: string | RegExp): Open {
  return async (page) => {
    await press(page, name);
    await expect(page.getByRole('dialog')).toBeVisible();
  };
}

const MENU_OF_UNIT: Open = (page) => page.locator('main details > summary').nth(1).click();

/** From Units: the menu of the second line, then one of its acts. */
function unitDialog(act: string): Open {
  return async (page) => {
    await MENU_OF_UNIT(page);
    await dialog(act)(page);
  };
}

async function personWithWaysIn(page: Page): Promise<void> {
  await page.goto('/admin/people?q=Bistort');
  await page.locator('main table a[href^="/admin/people/"]').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hazel Bistort');
}

async function itemToMend(page: Page): Promise<void> {
  await page.goto('/educator/reports');
  await page.getByRole('link', { name: 'Mend this question’s key' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Re-mark this question');
}

/** Another key, so that there is something to see. */
async function askWhatItWouldChange(page: Page): Promise<void> {
  const answers = page.getByRole('region', { name: 'The right key' }).locator('input:not(:checked)');
  await answers.first().check();
  await page.getByLabel('Reason').fill('The source was misread.');
  await dialog('See what it would change')(page);
}

async function versionToSignOff(page: Page): Promise<void> {
  await page.goto('/educator/sign-offs');
  await page.locator('main a[href^="/educator/sign-offs/"]').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Of the module in hand: another would be begun by this. */
async function firstCard(page: Page): Promise<void> {
  const today = await (await page.request.get('/api/v1/learner/today')).json();
  await page.goto(`/read/${today.continue.versionId}/1`);
}

/** The server breaks down, or is not there, for one kind of call. */
function failing(calls: string, how: 'breaks' | 'is-away', address: string): Open {
  return async (page) => {
    await page.route(calls, (route) =>
      how === 'is-away'
        ? route.abort('internetdisconnected')
        : route.fulfill({
            status: 500,
            contentType: 'application/problem+json',
            body: JSON.stringify({
              type: 'about:blank',
              title: 'Something went wrong',
              status: 500,
              code: 'unexpected',
              correlationId: '01a5c9ee-8b1c-7000-8000-000000000001',
            }),
          }),
    );
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'We could not load this page' })).toBeVisible({ timeout: 20_000 });
    await page.unroute(calls);
  };
}

/** Where to begin, then what opens the state. */
const STATES: [DemoSignIn, string, Open, Open?][] = [
  ['clinician', 'menu of the account', (page) => page.goto('/today'), (page) => page.locator('header summary').click()],
  ['clinician', 'change the password', (page) => page.goto('/account'), dialog('Change it')],
  ['clinician', 'sign out everywhere', (page) => page.goto('/account'), dialog('Sign out everywhere')],
  ['clinician', 'report a problem', firstCard, dialog('Something wrong here?')],
  ['clinician', 'a year without learning', (page) => page.goto('/cpd-record?year=2019')],
  ['clinician', 'the server breaks down', failing('**/api/v1/learner/cpd-record*', 'breaks', '/cpd-record')],
  ['lead', 'the server is away', failing('**/api/v1/cpd-lead/**', 'is-away', '/lead/records')],
  [
    'lead',
    'filters',
    (page) => page.goto('/lead/records'),
    (page) => page.locator('main details > summary').first().click(),
  ],
  ['educator', 'answer a problem report', (page) => page.goto('/educator/reports'), (page) => press(page, /^Answer/)],
  ['educator', 're-mark an item', itemToMend],
  ['educator', 're-mark refused', itemToMend, (page) => press(page, 'See what it would change')],
  ['educator', 'what a re-mark would change', itemToMend, askWhatItWouldChange],
  ['reviewer', 'sign-off refused', versionToSignOff, (page) => press(page, /^Sign off version/)],
  ['reviewer', 'sign off', versionToSignOff, signOff],
  ['admin', 'nobody found', (page) => page.goto('/admin/people?q=zzzz')],
  ['admin', 'nothing in the log', (page) => page.goto('/admin/audit?from=2001-01-01&to=2001-01-02')],
  [
    'admin',
    'add a person, refused',
    (page) => page.goto('/admin/people/new'),
    (page) => page.locator('main form button[type=submit]').click(),
  ],
  ['admin', 'correct name and contact', personWithWaysIn, dialog('Correct these')],
  ['admin', 'invite', personWithWaysIn, dialog(/^Invite/)],
  ['admin', 'a joining code', personWithWaysIn, dialog('Print a joining code')],
  ['admin', 'withdraw a way in', personWithWaysIn, dialog(/^Withdraw/)],
  ['admin', 'add a post', personWithWaysIn, dialog('Add a post')],
  ['admin', 'end a post', personWithWaysIn, dialog(/^End the post/)],
  ['admin', 'give a role', personWithWaysIn, dialog('Give a role')],
  ['admin', 'suspend', personWithWaysIn, dialog(/^Suspend/)],
  ['admin', 'add a unit', (page) => page.goto('/admin/units'), dialog('Add a unit')],
  ['admin', 'menu of a unit', (page) => page.goto('/admin/units'), MENU_OF_UNIT],
  ['admin', 'rename a unit', (page) => page.goto('/admin/units'), unitDialog('Rename')],
  ['admin', 'move a unit', (page) => page.goto('/admin/units'), unitDialog('Move')],
  ['admin', 'close a unit', (page) => page.goto('/admin/units'), unitDialog('Close')],
];

async function signOff(page: Page): Promise<void> {
  await page.getByRole('checkbox').check();
  await dialog(/^Sign off version/)(page);
}

for (const who of new Set(STATES.map(([role]) => role))) {
  test(`axe finds nothing in any dialog or state of ${who}@, light or dark`, async ({ page }) => {
    await signIn(page, who);
    for (const [, name, begin, open] of STATES.filter(([role]) => role === who)) {
      await test.step(name, async () => {
        await begin(page);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await open?.(page);
        await expectAccessible(page);
      });
    }
  });
}
