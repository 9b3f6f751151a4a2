import { type APIRequest, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { picture } from './support/pictures.ts';

test.describe.configure({ timeout: 120_000 });

const submit = (page: Page) => page.locator('main form button[type=submit]').first().click();

/** Sends the form as it stands, which is refused. */
async function refused(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await submit(page);
  await expect(page.getByRole('alert')).toBeVisible();
}

async function askForNewPassword(page: Page): Promise<void> {
  await page.goto('/sign-in/forgotten');
  await page.getByLabel(/E-mail/).fill('manager@demo.rounds.test');
  await submit(page);
  await expect(page).toHaveURL(/sent=1/);
}

const resetLink = (page: Page) => page.locator('a[href*="/sign-in/reset?token="]').first();

/** The mail is carried there a moment after it was asked for. */
async function mailbox(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto('/demo/mailbox');
    await expect(resetLink(page)).toBeVisible({ timeout: 500 });
  }).toPass();
}

async function wrongPassword(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address or staff number').fill('nobody@demo.rounds.test');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await submit(page);
  await expect(page.getByText('That did not match an account')).toHaveCount(1);
}

async function chooseOrganisation(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in as clinician@demo.rounds.test' }).click();
  await expect(page).toHaveURL(/\/sign-in\/organisation/);
}

async function joiningToken(requests: APIRequest, baseURL: string): Promise<string> {
  const admin = await requests.newContext({ baseURL });
  await admin.post('/sign-in/demo', { form: { who: 'admin' } });
  const { people } = await (await admin.get('/api/v1/admin/people?q=Pennywort')).json();
  const printed = await admin.post(`/api/v1/admin/people/${people[0].personId}/joining-code`);
  const { organisationCode, shown } = await printed.json();
  await admin.dispose();
  return `${organisationCode}.${shown}`;
}

/** In this order: asking for a password fills the mailbox, and whoever chooses an organisation is signed in. */
const PAGES: [string, (page: Page, token: string) => Promise<unknown>][] = [
  ['sign-in', (page) => page.goto('/sign-in')],
  ['sign-in refused', (page) => refused(page, '/sign-in')],
  ['wrong password', wrongPassword],
  ['forgotten password', (page) => page.goto('/sign-in/forgotten')],
  ['a new password is on its way', askForNewPassword],
  ['demo mailbox', mailbox],
  ['new password', (page) => resetLink(page).click()],
  ['new password refused', (page) => refused(page, page.url())],
  ['link to a new password that is over', (page) => page.goto('/sign-in/reset?token=nothing')],
  ['join', (page, token) => page.goto(`/join?token=${token}`)],
  ['join refused', (page, token) => refused(page, `/join?token=${token}`)],
  ['link to join that is over', (page) => page.goto('/join?token=nothing')],
  ['joining code', (page) => page.goto('/join/code')],
  ['joining code refused', (page) => refused(page, '/join/code')],
  ['the API, to read', (page) => page.goto('/api/docs')],
  ['choose an organisation', chooseOrganisation],
];

test('axe finds nothing on the pages that the server draws, with what they refuse', async ({
  page,
  playwright,
  baseURL,
}) => {
  const token = await joiningToken(playwright.request, baseURL ?? '');
  for (const [name, open] of PAGES) {
    await test.step(name, async () => {
      await open(page, token);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
      if (name === 'sign-in') await picture(page, name);
    });
  }
});
