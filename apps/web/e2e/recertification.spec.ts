import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { byKeyboard, byMouse, type Hands } from './support/hands.ts';
import { picture } from './support/pictures.ts';
import { signIn } from './support/sign-in.ts';

test.describe.configure({ timeout: 90_000 });

/** Of the demo: manager@, who has finished two modules. Nobody else's Today changes. */
const FAMILY_NAME = 'Speedwell';

/** The lead asks for the first module that may be asked for. Its title. */
async function askAgain(page: Page, hands: Hands, reason: string): Promise<string> {
  await page.goto(`/lead/records?q=${FAMILY_NAME}&state=completed`);
  const ask = page.getByRole('button', { name: /^Ask again/ }).first();
  const title = /“(.+)”/.exec((await ask.textContent()) ?? '')?.[1] ?? '';
  await hands.press(ask);
  const dialog = page.getByRole('dialog', { name: `to do “${title}” again?` });
  await expectAccessible(page);
  await picture(page, 'ask-again');
  await hands.press(dialog.getByRole('button', { name: 'Ask', exact: true }));
  await expect(dialog.getByRole('link', { name: 'Write why' })).toBeVisible();
  await hands.write(dialog.getByLabel('Why'), reason);
  await hands.press(dialog.getByRole('button', { name: 'Ask', exact: true }));
  await expect(page.getByText(/ is asked to do it again\.$/)).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: title })
      .filter({ hasText: /Asked again on/ }),
  ).toHaveCount(1);
  await expectAccessible(page);
  return title;
}

/** Each width asks for a module of its own, because a request stays open until a pass. */
test('a CPD lead asks for a module again, and the learner reads why', async ({ page }, { project }) => {
  const hands = project.name === 'phone' ? byMouse() : byKeyboard(page);
  const reason = `The policy changed (${project.name}).`;
  await signIn(page, 'lead');
  const title = await askAgain(page, hands, reason);
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await signIn(page, 'manager');
  const recommended = page.getByRole('region', { name: 'Recommended' });
  await expect(recommended.getByText(/you are asked to do it again by Northgate Health Trust/)).toBeVisible();
  await page.goto('/library');
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByText(`Northgate Health Trust asks you to do this again: ${reason}`)).toBeVisible();
  await expect(page.getByText('A pass adds its minutes again.')).toBeVisible();
  await expectAccessible(page);
});
