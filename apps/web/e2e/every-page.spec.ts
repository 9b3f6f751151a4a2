import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { picture } from './support/pictures.ts';
import { type DemoSignIn, signIn } from './support/sign-in.ts';

/** A page of each role, with what proves that it came; `open` follows links to pages that have an id in them. */
const PAGES: [DemoSignIn, string, (page: Page) => Promise<unknown>][] = [
  ['clinician', 'today', (page) => page.goto('/today')],
  ['clinician', 'library', (page) => page.goto('/library')],
  ['clinician', 'library-empty', (page) => page.goto('/library?q=zzzz')],
  ['clinician', 'module', (page) => openFirst(page, '/library', 'main h3 a')],
  ['clinician', 'path', (page) => openFirst(page, '/library', 'main a[href^="/paths/"]')],
  ['clinician', 'cpd-record', (page) => page.goto('/cpd-record')],
  ['clinician', 'cpd-entry', (page) => openFirst(page, '/cpd-record', 'main a[href^="/cpd-record/"]')],
  ['clinician', 'visibility', (page) => page.goto('/what-your-organisation-sees')],
  ['clinician', 'accessibility', (page) => page.goto('/accessibility')],
  ['clinician', 'account', (page) => page.goto('/account')],
  ['clinician', 'kept', (page) => page.goto('/kept-on-this-device')],
  ['clinician', 'more', (page) => page.goto('/more')],
  ['clinician', 'hand-in', (page) => page.goto('/hand-in')],
  ['clinician', 'not-found', (page) => page.goto('/no/such/page')],
  ['clinician', 'not-allowed', (page) => page.goto('/lead/records')],
  ['lead', 'completion-records', (page) => page.goto('/lead/records')],
  ['lead', 'completion-records-empty', (page) => page.goto('/lead/records?q=zzzz')],
  ['educator', 'problem-reports', (page) => page.goto('/educator/reports')],
  ['reviewer', 'sign-offs', (page) => page.goto('/educator/sign-offs')],
  ['reviewer', 'sign-off', (page) => openFirst(page, '/educator/sign-offs', 'main a[href^="/educator/sign-offs/"]')],
  ['admin', 'people', (page) => page.goto('/admin/people')],
  ['admin', 'add-person', (page) => page.goto('/admin/people/new')],
  ['admin', 'person', (page) => openFirst(page, '/admin/people', 'main table a[href^="/admin/people/"]')],
  ['admin', 'units', (page) => page.goto('/admin/units')],
  ['admin', 'audit', (page) => page.goto('/admin/audit')],
];

async function openFirst(page: Page, address: string, link: string): Promise<void> {
  await page.goto(address);
  await page.locator(link).first().click();
  await expect(page).not.toHaveURL(new RegExp(`${address}$`));
}

const ROLES = [...new Set(PAGES.map(([who]) => who))];

for (const who of ROLES) {
  test(`axe finds nothing on any page of ${who}@, light or dark`, async ({ page }) => {
    test.setTimeout(120_000);
    await signIn(page, who);
    for (const [, name, open] of PAGES.filter(([role]) => role === who)) {
      await test.step(name, async () => {
        await open(page);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await expect(page).toHaveTitle(/ – Rounds$/);
        await expectAccessible(page);
        await picture(page, name);
      });
    }
  });
}
