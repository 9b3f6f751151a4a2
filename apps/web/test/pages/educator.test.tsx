import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { answerProblemReport } from '@rounds/contracts/problem-report';
import { previewReMark, reMarkItem } from '@rounds/contracts/re-mark';
import { signOffVersion } from '@rounds/contracts/sign-off';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { answer, Refused } from '../answers.ts';
import { anItemToMend, problemReports, versionsForReview } from '../fixtures/educator.ts';
import { anItem, DOCUMENT, MATCHING, ORDERING, VERSION } from '../fixtures/versions.ts';
import { openPage } from '../open-page.tsx';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const dialog = () => within(screen.getByRole('dialog'));
const entry = (name: string | RegExp) => within(screen.getByRole('region', { name }));

describe('problem reports', () => {
  const open = (roles: ('educator' | 'reviewer')[] = ['educator'], first: Parameters<typeof openPage>[3] = []) =>
    openPage(server, '/educator/reports', { roles }, [...first, ...problemReports()]);

  test('open ones first, with place, version, words and a sender without a name', async () => {
    await open();
    const [first, second] = entry('Open, 2')
      .getAllByRole('listitem')
      .filter((item) => within(item).queryByRole('heading'));
    expect(first).toHaveTextContent('Question: The tool says the scan is clear. What next?');
    expect(first).toHaveTextContent('Automation bias, version 1.2');
    expect(first).toHaveTextContent('Ward nurse, Older adults ward');
    expect(first).toHaveTextContent('I think the second answer is right.');
    expect(second).toHaveTextContent('Sender without a post');
    expect(entry('Answered').getByText('Sorrel Finch answered on 3 February 2027')).toBeVisible();
  });

  test('an educator can mend a question’s key; a card has none', async () => {
    await open();
    expect(screen.getAllByRole('link', { name: 'Mend this question’s key' })[0]).toHaveAttribute(
      'href',
      `/educator/versions/${VERSION}/items/${anItem().itemId}`,
    );
    expect(
      within(screen.getByText('The number looks old.').closest('li')!).queryByRole('link', { name: /Mend/ }),
    ).toBeNull();
  });

  test('a reviewer is led to the place in the version, and mends nothing', async () => {
    await open(['reviewer']);
    expect(screen.getByRole('link', { name: 'When the tool is wrong, we follow' })).toHaveAttribute(
      'href',
      `/educator/sign-offs/${VERSION}#one`,
    );
    expect(screen.queryByRole('link', { name: /Mend/ })).toBeNull();
  });

  test('an answer is written once, and the report moves down', async () => {
    const { user } = await open();
    await user.click(screen.getAllByRole('button', { name: 'Answer this report' })[1]!);
    expect(screen.getByLabelText('Your answer')).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Send the answer' }));
    expect(screen.getByRole('link', { name: 'Write an answer' })).toBeVisible();
    await user.type(screen.getByLabelText('Your answer'), 'We checked: it is the newest.');
    await user.click(screen.getByRole('button', { name: 'Send the answer' }));
    expect(await screen.findByText('The answer is kept. Its sender sees it on Today.')).toBeVisible();
    expect(await entry('Answered').findByText('We checked: it is the newest.')).toBeVisible();
    expect(await screen.findByRole('region', { name: 'Open, 1' })).toBeVisible();
  });

  test('answered meanwhile by somebody else', async () => {
    const { user } = await open(
      ['educator'],
      [
        answer(answerProblemReport, () => {
          throw new Refused(409, 'already-done', { title: 'Somebody has answered it already' });
        }),
      ],
    );
    await user.click(screen.getAllByRole('button', { name: 'Answer this report' })[0]!);
    await user.type(screen.getByLabelText('Your answer'), 'Yes.');
    await user.click(screen.getByRole('button', { name: 'Send the answer' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody has answered it already.');
    expect(screen.getByLabelText('Your answer')).toHaveValue('Yes.');
  });
});

describe('re-marking an item', () => {
  const open = (item = anItem(), first: Parameters<typeof openPage>[3] = []) =>
    openPage(server, `/educator/versions/${VERSION}/items/${item.itemId}`, { roles: ['educator'] }, [
      ...first,
      ...anItemToMend(item),
    ]);

  test('shows the question with its key and its reasons', async () => {
    await open();
    expect(entry('Marked by this key now').getByText('Key').closest('li')).toHaveTextContent('Go with the tool');
    expect(screen.getByText('12 tries have drawn it')).toBeVisible();
    expect(screen.getByText('Versions 1.1 and 1.2')).toBeVisible();
  });

  test('the same key, and no reason, are seen at once', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'See what it would change' }));
    const summary = screen.getByRole('alert');
    expect(summary).toHaveTextContent('This is the key already: choose another');
    expect(summary).toHaveTextContent('Write the reason');
  });

  test('a dry run comes first; nothing changes until it is confirmed', async () => {
    let marked = 0;
    const { user } = await open(anItem(), [
      answer(reMarkItem, () => {
        marked += 1;
        throw new Refused(500, 'unexpected');
      }),
    ]);
    await user.click(screen.getByRole('radio', { name: 'Look again yourself' }));
    await user.type(screen.getByLabelText('Reason'), 'The source says so.');
    await user.click(screen.getByRole('button', { name: 'See what it would change' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      '12 tries would be marked again; 9 scores would change.',
    );
    expect(screen.getByRole('dialog')).toHaveTextContent('3 fails would become passes.');
    expect(screen.getByRole('dialog')).toHaveTextContent(
      'No pass is withdrawn: 1 pass with a lower score would stay a pass.',
    );
    await user.click(dialog().getByRole('button', { name: 'Change nothing' }));
    expect(marked).toBe(0);
  });

  test('confirmed, the result is said and the new key stands', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('radio', { name: 'Look again yourself' }));
    await user.type(screen.getByLabelText('Reason'), 'The source says so.');
    await user.click(screen.getByRole('button', { name: 'See what it would change' }));
    await user.click(await screen.findByRole('button', { name: 'Mend the key and re-mark 12 tries' }));
    expect(
      await screen.findByText(
        /^The key is mended and 12 tries were marked again; 9 scores changed\. 3 fails became passes\./,
      ),
    ).toBeVisible();
    await waitFor(() =>
      expect(entry('Marked by this key now').getByText('Key').closest('li')).toHaveTextContent('Look again yourself'),
    );
    expect(entry('Mended before').getByText('The source says so.')).toBeVisible();
  });

  test('pairs are mended too', async () => {
    let sent: unknown;
    const { user } = await open(MATCHING, [
      answer(previewReMark, ({ body }) => {
        sent = body.key;
        return { attempts: 0, changed: 0, newPasses: 0, keptPasses: 0 };
      }),
    ]);
    await user.selectOptions(screen.getByLabelText('A clear scan'), 'Look again yourself');
    await user.type(screen.getByLabelText('Reason'), 'Swapped.');
    await user.click(screen.getByRole('button', { name: 'See what it would change' }));
    expect(await screen.findByRole('button', { name: 'Mend the key' })).toBeVisible();
    expect(sent).toEqual({
      kind: 'matching',
      pairs: expect.arrayContaining([
        { promptId: 'p1', optionId: 'b' },
        { promptId: 'p2', optionId: 'b' },
      ]),
    });
  });

  test('is for educators', async () => {
    await openPage(server, `/educator/versions/${VERSION}/items/${anItem().itemId}`, { roles: ['reviewer'] }, []);
    expect(screen.getByRole('heading', { name: 'This page is for educators' })).toBeVisible();
  });
});

describe('sign-offs', () => {
  const REVIEWER = { roles: ['reviewer' as const] };

  test('each version says who vouches for it', async () => {
    const { user } = await openPage(server, '/educator/sign-offs', REVIEWER, versionsForReview());
    expect(screen.getByRole('row', { name: /^Automation bias/ })).toHaveTextContent('Not yet reviewed by a clinician');
    expect(screen.getByRole('row', { name: /^Bias and generalisability/ })).toHaveTextContent(
      'Signed off by Rowan Meadowsweet, 3 February 2027',
    );
    expect(screen.getByRole('row', { name: /^Bias and generalisability/ })).toHaveTextContent('1 February 2027, past');
    await user.click(screen.getByRole('radio', { name: 'Waiting, 1' }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /^Bias/ })).toBeNull());
  });

  test('the whole version can be read: every card, also behind taps, and every key', async () => {
    await openPage(server, `/educator/sign-offs/${VERSION}`, REVIEWER, versionsForReview());
    for (const { title } of DOCUMENT.cards)
      expect(screen.getByRole('heading', { level: 2, name: title })).toBeVisible();
    expect(screen.getByText('22 of 100.')).toBeVisible();
    const picture = screen.getByRole('img', { name: 'Two bars' });
    expect([picture.getAttribute('width'), picture.getAttribute('height')]).toEqual(['640', '480']);
    expect(screen.getByText('Leads to scene 2')).toBeVisible();
    expect(screen.getByText('The sound judgement')).toBeVisible();
    expect(screen.getByText('What the tool suggests. Unsafe')).toBeVisible();
    expect(entry('Question 1').getByText('Key').closest('li')).toHaveTextContent('Go with the tool');
    const order = entry('Question 2')
      .getAllByRole('listitem')
      .slice(0, 3)
      .map((item) => item.textContent);
    expect(order).toEqual([
      expect.stringMatching(/^1Look again/),
      expect.stringMatching(/^2Ask the tool/),
      expect.stringMatching(/^3Go with/),
    ]);
    expect(screen.getByText('Outcome 1, Put in order, must be right to pass')).toBeVisible();
    expect(entry('Question 3').getByText('A clear scan: Go with the tool')).toBeVisible();
    expect(screen.getByText('Outcome 1, Match, its key was mended here')).toBeVisible();
    expect(ORDERING.safetyCritical).toBe(true);
  });

  test('signing needs the statement and a confirmation, and is said', async () => {
    const { user } = await openPage(server, `/educator/sign-offs/${VERSION}`, REVIEWER, versionsForReview());
    await user.click(screen.getByRole('button', { name: 'Sign off version 1.2' }));
    await user.click(screen.getByRole('link', { name: 'Tick that you have read all of it' }));
    expect(screen.getByRole('checkbox', { name: /^I have read every card/ })).toHaveFocus();
    await user.click(screen.getByRole('checkbox', { name: /^I have read every card/ }));
    await user.type(screen.getByLabelText('Comment, if you have one'), 'Checked with pharmacy.');
    await user.click(screen.getByRole('button', { name: 'Sign off version 1.2' }));
    expect(dialog().getByText(/You vouch for it in Northgate Health Trust/)).toBeVisible();
    await user.click(dialog().getByRole('button', { name: 'Sign it off by name' }));
    expect(await screen.findByText('Signed off by Rowan Meadowsweet, 11 March 2027')).toBeVisible();
    expect(screen.getByText('Checked with pharmacy.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Sign off version/ })).toBeNull();
  });

  test('a refusal is said where the question was asked', async () => {
    const { user } = await openPage(server, `/educator/sign-offs/${VERSION}`, REVIEWER, [
      answer(signOffVersion, () => {
        throw new Refused(409, 'already-done', { title: 'It is signed off already' });
      }),
      ...versionsForReview(),
    ]);
    await user.click(screen.getByRole('checkbox', { name: /^I have read every card/ }));
    await user.click(screen.getByRole('button', { name: 'Sign off version 1.2' }));
    await user.click(dialog().getByRole('button', { name: 'Sign it off by name' }));
    expect(await dialog().findByRole('alert')).toHaveTextContent('It is signed off already.');
  });
});
