import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { byMouse } from './support/hands.ts';
import { takeQuiz } from './support/learn.ts';
import { picture } from './support/pictures.ts';
import { signIn } from './support/sign-in.ts';

test.describe.configure({ timeout: 120_000 });

test('a try that is not passed says what is safe and what to reread, never the key, and the next one passes', async ({
  page,
}, { project }) => {
  const hands = byMouse();
  await signIn(page, project.name === 'phone' ? 'manager' : 'admin');
  const { recommended } = await (await page.request.get('/api/v1/learner/today')).json();
  const { versionId, moduleId } = recommended.module;
  await page.goto(`/quiz/${versionId}/1`);
  await takeQuiz(page, versionId, { tryNumber: 1, hands, right: false });
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText(/Not passed/);
  await expect(page.getByText(/safe/).first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'not-passed');
  const result = page.url();
  const answer = await (await page.request.get(`/api/v1/learner/attempts/${result.split('/').at(-1)}`)).json();
  for (const item of answer.items) expect(item.key).toBeNull();

  await page.goBack();
  await expect(page).toHaveURL(`/modules/${moduleId}`);
  await expect(title).toHaveText(recommended.module.title);
  await page.goForward();
  await expect(page).toHaveURL(result);
  await expect(title).toHaveText(/Not passed/);

  await page
    .getByRole('link', { name: /Try again/ })
    .first()
    .click();
  await takeQuiz(page, versionId, { tryNumber: 2, hands, right: true });
  await expect(title).toHaveText(/^You passed/);
  await page.goBack();
  await expect(page).toHaveURL(`/modules/${moduleId}`);
});
