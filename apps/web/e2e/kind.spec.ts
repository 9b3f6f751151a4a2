import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { byMouse } from './support/hands.ts';
import { readCards, takeQuiz } from './support/learn.ts';
import { aNewcomer } from './support/newcomer.ts';
import { picture } from './support/pictures.ts';
import { signIn } from './support/sign-in.ts';

test.describe.configure({ timeout: 180_000 });

const choose = (page: Page, question: string, answer: string) =>
  page.getByRole('group', { name: question }).getByText(answer, { exact: true }).click();
const SURE = 'How sure would you feel doing this tomorrow?';

test('confidence is asked before a module and after it, and shown as before and now', async ({
  page,
  playwright,
  baseURL,
}) => {
  const hands = byMouse();
  await signIn(page, await aNewcomer(playwright.request, baseURL ?? ''), hands);
  await page.getByRole('region', { name: 'Recommended' }).getByRole('link', { name: 'Open' }).click();
  await expect(page.getByRole('region', { name: 'Before you start' })).toBeVisible();
  await choose(page, SURE, 'Not very');
  await expect(page.getByText(/^Kept\. You are asked again/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  const { versionId } = await readCards(page, { hands });
  await takeQuiz(page, versionId, { tryNumber: 1, hands, right: true });
  const form = page.getByRole('region', { name: 'One minute for us, if you like' });
  await expect(form).toBeVisible();
  await choose(page, SURE, 'Fairly');
  await choose(page, 'When did you do this?', 'Between tasks');
  await form.getByLabel('How many minutes did it take you?').fill('7');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Before: not very sure. Now: fairly sure.')).toBeFocused();
  await page.reload();
  await expect(page.getByText('Before: not very sure. Now: fairly sure.')).toBeVisible();
  await expect(form).toBeHidden();
});

test('two people of a team confirm a discussion, and the minutes come to both', async ({ page, browser }) => {
  await signIn(page, 'educator');
  await page.goto('/library');
  await page.getByRole('link', { name: 'Working safely with AI' }).first().click();
  await page.getByRole('link', { name: 'Team discussion, 15 min' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Team discussion/ })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'team-discussion');
  await page.getByRole('button', { name: 'Open a discussion' }).click();
  const code = page.getByText(/^[2-9A-Z]{3}-[2-9A-Z]{3}$/);
  await expect(code).toBeFocused();
  const typed = ((await code.textContent()) ?? '').toLowerCase().replace('-', '');
  await page.getByRole('link', { name: 'Confirm that I take part' }).click();
  await page.getByLabel('One line: what will you do?').fill('I look before the tool does.');
  await page.getByRole('button', { name: 'I took part' }).click();
  await expect(page.getByText(/You are the first\./)).toBeVisible();

  const context = await browser.newContext({ viewport: page.viewportSize() });
  const other = await context.newPage();
  await signIn(other, 'reviewer');
  await other.goto('/cpd-record');
  await other.getByRole('link', { name: 'I have a code' }).click();
  await other.getByLabel('The code').fill(typed);
  await other.getByLabel('One line: what will you do?').fill('I ask who checks.');
  await expectAccessible(other);
  await other.getByRole('button', { name: 'I took part' }).click();
  await expect(other.getByText(/15 participatory minutes are in your CPD record/)).toBeVisible();
  await context.close();

  // The first one's page asks again by itself.
  await expect(page.getByText(/15 participatory minutes are in your CPD record/)).toBeVisible({ timeout: 15_000 });
  await page.getByRole('link', { name: 'Your CPD record', exact: true }).click();
  const discussions = page.getByRole('region', { name: 'Team discussions' });
  await expect(discussions.getByText('15 minutes, participatory').first()).toBeVisible();
  await expect(discussions.getByText('I ask who checks.')).toBeHidden();
  await expectAccessible(page);
});

test('a card is read aloud by a voice of the device, and stands on paper without its buttons', async ({ page }) => {
  await page.addInitScript(() => {
    const said: string[] = [];
    const voice = { name: 'Here', lang: 'en-GB', localService: true };
    const speaker = Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      speak: ({ text }: { text: string }) => said.push(text),
      cancel: () => undefined,
      said,
    });
    Object.defineProperty(globalThis, 'speechSynthesis', { value: speaker });
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {
      value: class {
        constructor(readonly text: string) {}
      },
    });
  });
  await signIn(page, 'admin');
  await page.goto('/library');
  await page.getByRole('link', { name: 'Automation bias' }).first().click();
  await page.getByRole('link', { name: /^(Start|Continue at card \d+|Read it again)$/ }).click();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toBeVisible();
  await page.getByRole('button', { name: 'Read aloud' }).click();
  const said = await page.evaluate(() => (speechSynthesis as unknown as { said: string[] }).said.join(' '));
  expect(said).toContain(await title.textContent());
  expect(said).not.toContain('Private note');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Read aloud' })).toBeVisible();
  await expectAccessible(page);

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(title).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByText('Private note')).toBeHidden();
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
});

test('how sure and how right is for the learner’s own account page', async ({ page }) => {
  await signIn(page, 'clinician');
  await page.goto('/account');
  const panel = page.getByRole('region', { name: 'How sure, how right' });
  await expect(panel.getByText(/Only you see this/)).toBeVisible();
  await expect(panel.getByText(/10/)).toBeVisible();
  await expectAccessible(page);
});
