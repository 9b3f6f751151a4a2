import { describe, expect, test } from '@jest/globals';
import { readCpdRecord } from '@rounds/contracts/cpd-record';
import {
  confirmDiscussion,
  type Discussion,
  openDiscussion,
  readDiscussion,
  readDiscussionKit,
} from '@rounds/contracts/discussion';
import { readMe } from '@rounds/contracts/me';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderApp } from '../app.tsx';
import { aMe, MODULE, VERSION } from '../factories.ts';
import { withFreshDevice } from '../fresh-device.ts';
import { handle, refusal, withServer } from '../server.ts';

withFreshDevice();
const server = withServer();
const PATH = MODULE;
const entry = async (name: string) => within(await screen.findByRole('region', { name }));

function aDiscussion(change: Partial<Discussion> = {}): Discussion {
  return {
    discussionId: VERSION,
    pathId: PATH,
    pathTitle: 'Working safely with AI',
    code: 'K7Q-F2M',
    on: '2027-03-11',
    confirmed: 0,
    line: null,
    minutes: 0,
    ...change,
  };
}

function show(address: string) {
  server.use(
    handle(readMe, () => aMe()),
    handle(readDiscussionKit, () => ({
      pathId: PATH,
      title: 'Working safely with AI',
      kit: {
        aim: 'Agree one thing.',
        questions: ['What now?', 'For whom?', 'Who checks?'],
        caseText: ['Nobody here is real.'],
        writeDown: ['Who checks, and when.'],
        sources: ['Tern A. Looking twice. 2024.'],
      },
    })),
  );
  renderApp(address);
  return userEvent.setup();
}

describe('the page of a discussion', () => {
  test('holds all that a group needs, and the way to paper', async () => {
    show(`/paths/${PATH}/discussion`);
    await screen.findByRole('heading', { level: 1, name: 'Team discussion: Working safely with AI' });
    expect(screen.getByText('Agree one thing.')).toBeVisible();
    expect((await entry('Talk about it, 7 minutes')).getAllByRole('listitem')).toHaveLength(3);
    expect((await entry('A case, 5 minutes')).getByText('Nobody here is real.')).toBeVisible();
    expect((await entry('Write it down, 3 minutes')).getByText('Who checks, and when.')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Print this page' })).toBeVisible();
  });

  test('opens one, shows its code, and how many have confirmed', async () => {
    server.use(
      handle(openDiscussion, ({ body }) => {
        expect(body).toEqual({ pathId: PATH });
        return aDiscussion();
      }),
      handle(readDiscussion, () => aDiscussion({ confirmed: 2 })),
    );
    const user = show(`/paths/${PATH}/discussion`);
    await user.click(await screen.findByRole('button', { name: 'Open a discussion' }));
    const opened = await entry('Your code for today');
    expect(await opened.findByText('K7Q-F2M')).toHaveFocus();
    expect(opened.getByText('2 people have confirmed.')).toBeVisible();
    expect(opened.getByRole('link', { name: 'Confirm that I take part' })).toHaveAttribute(
      'href',
      '/discussion?code=K7Q-F2M',
    );
  });
});

describe('confirming', () => {
  test('sends the code and a line, and says what is still missing', async () => {
    server.use(
      handle(confirmDiscussion, ({ body }) => {
        expect(body).toEqual({ code: 'k7qf2m', line: 'I look first' });
        return aDiscussion({ confirmed: 1, line: 'I look first' });
      }),
      handle(readDiscussion, () => aDiscussion({ confirmed: 1, line: 'I look first' })),
    );
    const user = show('/discussion');
    await user.type(await screen.findByLabelText('The code'), 'k7qf2m');
    await user.type(screen.getByLabelText('One line: what will you do?'), 'I look first');
    await user.click(screen.getByRole('button', { name: 'I took part' }));
    const done = await entry('Working safely with AI');
    expect(done.getByText(/You are the first\. The minutes count once a second person confirms\./)).toHaveFocus();
    expect(done.getByText('You wrote: I look first')).toBeVisible();
  });

  test('with two says the minutes', async () => {
    const both = aDiscussion({ confirmed: 2, line: 'x', minutes: 15 });
    server.use(
      handle(confirmDiscussion, () => both),
      handle(readDiscussion, () => both),
    );
    const user = show('/discussion?code=K7Q-F2M');
    expect(await screen.findByLabelText('The code')).toHaveValue('K7Q-F2M');
    await user.type(screen.getByLabelText('One line: what will you do?'), 'x');
    await user.click(screen.getByRole('button', { name: 'I took part' }));
    expect(await screen.findByText(/15 participatory minutes are in your CPD record/)).toBeVisible();
  });

  test('without a line or with a wrong code says what to do, and keeps what was typed', async () => {
    server.use(handle(confirmDiscussion, () => refusal(404, 'not-found')));
    const user = show('/discussion?code=AAA-AAA');
    await user.click(await screen.findByRole('button', { name: 'I took part' }));
    expect(screen.getByLabelText('One line: what will you do?')).toHaveAccessibleDescription(/Write one line/);
    await user.type(screen.getByLabelText('One line: what will you do?'), 'Mine');
    await user.click(screen.getByRole('button', { name: 'I took part' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.getByLabelText('One line: what will you do?')).toHaveValue('Mine');
  });
});

test('the CPD record shows what counts, and what still waits for a second person', async () => {
  const on = '2027-03-11';
  const discussion = (number: number, minutes: number) => ({
    discussionId: VERSION.replace(/.$/, String(number)),
    pathTitle: `Path ${number}`,
    on,
    minutes,
    line: `Line ${number}`,
  });
  server.use(
    handle(readCpdRecord, () => ({
      year: 2027,
      years: [2027],
      from: '2027-01-01',
      to: on,
      creditMinutes: 8,
      paths: [],
      discussions: [discussion(1, 15), discussion(2, 0)],
    })),
  );
  show('/cpd-record');
  const shown = await entry('Team discussions');
  expect(shown.getByText('15 minutes, participatory')).toBeVisible();
  expect(shown.getByText('No minutes yet: nobody else has confirmed.')).toBeVisible();
  expect(shown.getByText('You wrote: Line 1')).toBeVisible();
  expect(shown.getByRole('link', { name: 'I have a code' })).toHaveAttribute('href', '/discussion');
});
