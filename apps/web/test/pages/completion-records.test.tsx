import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { countCompletionRecords, listCompletionRecords, listExports } from '@rounds/contracts/completion-records';
import { askAgain } from '@rounds/contracts/recertification';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { answer, Refused } from '../answers.ts';
import { aRecord, completionRecords } from '../fixtures/completion-records.ts';
import { id } from '../fixtures/ids.ts';
import { openPage } from '../open-page.tsx';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const LEAD = { roles: ['cpd-lead' as const] };
const open = (address = '/lead/records', answers = completionRecords) => openPage(server, address, LEAD, answers);
const rowHeads = () =>
  screen
    .getAllByRole('row')
    .map((row) => within(row).queryByRole('rowheader')?.textContent)
    .filter(Boolean);
const records = () => within(screen.getByRole('table', { name: /^Completion records/ }));
const one = (given: Parameters<typeof aRecord>[0] = {}) =>
  answer(listCompletionRecords, () => ({
    records: [aRecord(given)],
    nextCursor: null,
    asAt: '2027-03-11T14:15:00Z',
    timeZone: 'Europe/London',
  }));

describe('the table', () => {
  test('says when its data is from, and holds rows with their totals apart', async () => {
    await open();
    expect(screen.getByText('Data as at 11 March 2027, 2:15pm. Times are for London.')).toBeVisible();
    expect(await screen.findByText('36 records')).toBeVisible();
    expect(records().getAllByRole('row')).toHaveLength(13);
    expect(document.title).toBe('Completion records – Rounds');
  });

  test('a heading sorts by its column, the address keeps it', async () => {
    const { user, router } = await open();
    expect(records().getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
    await user.click(records().getByRole('button', { name: 'Name' }));
    await waitFor(() =>
      expect(records().getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending'),
    );
    expect(router.state.location.search).toBe('?direction=descending');
    expect(rowHeads()[0]).toBe('Yarrow, Sage');
  });

  test('the next page comes by a cursor, takes the focus, and the way back is the history', async () => {
    const { user, router } = await open();
    await user.click(screen.getByRole('link', { name: 'Next page' }));
    expect(await screen.findByText(/^13 to 24/)).toBeVisible();
    expect(router.state.location.search).toBe('?cursor=12');
    expect(screen.getByRole('region', { name: 'Completion records' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Previous page' }));
    expect(await screen.findByText(/^1 to 12/)).toBeVisible();
  });

  test('a page opened by its address leads to the first one', async () => {
    await open('/lead/records?cursor=12');
    expect(screen.getByText('12 on this page')).toBeVisible();
    expect(screen.getByRole('link', { name: 'First page' })).toHaveAttribute('href', '/lead/records');
  });
});

describe('filters', () => {
  test('a choice filters at once, is in the address, in words and in the file', async () => {
    const { user, router } = await open();
    await user.selectOptions(screen.getByLabelText('Module', { selector: 'select' }), 'Automation bias');
    expect(await screen.findByText('12 records')).toBeVisible();
    expect(screen.getAllByRole('status')[0]).toHaveTextContent('12 records for “Automation bias”');
    expect(router.state.location.search).toBe(`?module=${id(601)}`);
    const file = screen.getByRole('complementary', { name: 'The file' });
    expect(within(file).getByRole('row', { name: /^Filter/ })).toHaveTextContent('“Automation bias”');
    expect(within(file).getByRole('link', { name: 'Download 12 rows' })).toHaveAttribute(
      'href',
      expect.stringContaining(`module=${id(601)}`),
    );
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByText('36 records')).toBeVisible();
  });

  test('a name is looked for when Enter is pressed', async () => {
    const { user, router } = await open();
    await user.type(screen.getByRole('searchbox', { name: 'Name or staff number' }), 'quill{Enter}');
    expect(await screen.findByText('3 records')).toBeVisible();
    expect(router.state.location.search).toBe('?q=quill');
  });

  test('two dates of one’s own', async () => {
    const { user, router } = await open();
    await user.selectOptions(screen.getByLabelText('Completed', { selector: 'select' }), 'Between two dates');
    await user.type(screen.getByLabelText('From'), '2027-01-05');
    await waitFor(() => expect(router.state.location.search).toBe('?from=2027-01-05'));
  });

  test('nothing fits: it says so and offers the way out', async () => {
    const { user } = await open('/lead/records?q=nobody');
    expect(screen.getByRole('heading', { name: 'No record fits these filters' })).toBeVisible();
    expect(screen.getByText('There is nothing to download.')).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0]!);
    expect(await screen.findByText('36 records')).toBeVisible();
  });
});

describe('the file', () => {
  test('columns here are columns there', async () => {
    const { user } = await open();
    const file = within(screen.getByRole('complementary', { name: 'The file' }));
    await user.click(file.getByRole('checkbox', { name: 'Staff group' }));
    expect(await records().findByRole('columnheader', { name: 'Staff group' })).toBeVisible();
    expect(file.getByRole('link', { name: /^Download/ }).getAttribute('href')).toContain(
      encodeURIComponent('familyName,givenName,unit,staffGroup,module,state,completedOn,validUntil,version,minutes'),
    );
    expect(
      file.getByText(/^Never in it: scores, failed tries, times of day, how sure people were, notes, reflections\./),
    ).toBeVisible();
  });

  test('over 10,000 records', async () => {
    await open('/lead/records', [
      one(),
      answer(countCompletionRecords, () => ({ count: 10_000, over: true })),
      ...completionRecords,
    ]);
    expect(await screen.findByText('Over 10,000 records')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Download all rows' })).toBeVisible();
  });

  test('the last downloads, each with what proves it whole', async () => {
    await open();
    const downloads = within(screen.getByRole('table', { name: /^My last downloads/ }));
    expect(downloads.getByRole('row', { name: /Complete/ })).toHaveTextContent('48');
    expect(downloads.getByRole('row', { name: /Broken off/ })).toHaveTextContent(
      'Crisis team, 1 January 2027 to 31 January 2027',
    );
    expect(downloads.getAllByRole('link', { name: 'Manifest of this file' })[1]).toHaveAttribute(
      'href',
      `/api/v1/cpd-lead/exports/${id(3000)}/manifest`,
    );
  });

  test('a total that does not come stops nothing', async () => {
    await open('/lead/records', [
      one(),
      answer(countCompletionRecords, () => {
        throw new Refused(500, 'unexpected');
      }),
      ...completionRecords,
    ]);
    expect(await screen.findByText('The total did not arrive')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Download all rows' })).toBeVisible();
  });
});

describe('asking for a module again', () => {
  const ASK = 'Ask again for “Automation bias” by Hazel Bistort';
  const DONE = { reason: 'The policy changed.', askedOn: '2027-03-11' };

  test('asks with a reason, says so, and the row holds the day', async () => {
    let sent: unknown = null;
    const { user } = await open('/lead/records', [
      answer(listCompletionRecords, () => ({
        records: [aRecord(sent ? { askedAgain: DONE } : { mayAskAgain: true })],
        nextCursor: null,
        asAt: '2027-03-11T14:15:00Z',
        timeZone: 'Europe/London',
      })),
      answer(askAgain, ({ params, body }) => {
        sent = { ...params, ...body };
        return DONE;
      }),
      ...completionRecords,
    ]);
    await user.click(records().getByRole('button', { name: ASK }));
    const dialog = within(screen.getByRole('dialog', { name: 'Ask Hazel Bistort to do “Automation bias” again?' }));
    await user.click(dialog.getByRole('button', { name: 'Ask' }));
    expect(dialog.getByRole('link', { name: 'Write why' })).toBeVisible();
    expect(sent).toBeNull();
    await user.type(dialog.getByLabelText('Why'), 'The policy changed.');
    await user.click(dialog.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText('Hazel Bistort is asked to do it again.')).toBeVisible();
    expect(sent).toEqual({ recordId: id(1000), reason: 'The policy changed.' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await records().findByText('Asked again on 11 March 2027')).toBeVisible();
    expect(records().queryByRole('button', { name: ASK })).toBeNull();
  });

  test('says that somebody asked before, and why', async () => {
    const { user } = await open('/lead/records', [
      one({ mayAskAgain: true }),
      answer(askAgain, () => DONE),
      ...completionRecords,
    ]);
    await user.click(records().getByRole('button', { name: ASK }));
    await user.type(screen.getByLabelText('Why'), 'Another reason');
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(
      await screen.findByText(
        'Hazel Bistort was asked before, on 11 March 2027, and that stands: “The policy changed.”',
      ),
    ).toBeVisible();
  });

  test('a refusal is said, and what was written stays', async () => {
    const { user } = await open('/lead/records', [
      one({ mayAskAgain: true }),
      answer(askAgain, () => {
        throw new Refused(409, 'version-retired');
      }),
      ...completionRecords,
    ]);
    await user.click(records().getByRole('button', { name: ASK }));
    await user.type(screen.getByLabelText('Why'), 'The policy changed.');
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.getByLabelText('Why')).toHaveValue('The policy changed.');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('is not offered where it is not allowed', async () => {
    await open();
    expect(records().queryByRole('columnheader', { name: 'Do it again' })).toBeNull();
    expect(records().queryByRole('button', { name: /^Ask again/ })).toBeNull();
  });
});

describe('who may', () => {
  test('whoever does not lead is told whose page it is, and nothing is asked of the server', async () => {
    await openPage(server, '/lead/records', { roles: ['educator'] }, []);
    expect(screen.getByRole('heading', { name: 'This page is for CPD leads and team managers' })).toBeVisible();
  });

  test('an empty organisation', async () => {
    await open('/lead/records', [
      answer(listCompletionRecords, () => ({
        records: [],
        nextCursor: null,
        asAt: '2027-03-11T14:15:00Z',
        timeZone: 'Europe/London',
      })),
      answer(listExports, () => ({ exports: [] })),
      ...completionRecords,
    ]);
    expect(screen.getByRole('heading', { name: 'Nobody in your units has begun a module' })).toBeVisible();
    expect(screen.getByText(/^None yet\. Each file you download is listed here/)).toBeVisible();
  });
});
