import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { aTree } from '../fixtures/units.ts';
import { openPage } from '../open-page.tsx';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const open = () => openPage(server, '/admin/units', { roles: ['administrator'] }, aTree());
const dialog = () => within(screen.getByRole('dialog'));
type User = Awaited<ReturnType<typeof open>>['user'];
const summaryOf = (unit: string) =>
  screen.getByText((_, element) => element?.tagName === 'SUMMARY' && element.textContent === `Change ${unit}`);
const menuOf = (unit: string) => within(summaryOf(unit).closest('details')!);
/** The words of the unit that this one lies in. */
const above = (unit: string) => summaryOf(unit).closest('ul')!.parentElement;

async function choose(user: User, unit: string, act: string) {
  await user.click(summaryOf(unit));
  await user.click(menuOf(unit).getByText(act));
}

describe('the tree of units', () => {
  test('is lists within lists', async () => {
    await open();
    expect(above('Older adults ward')).toHaveTextContent(/^Mental health/);
    expect(above('Older adults ward')).not.toHaveTextContent('Pharmacy');
    expect(above('Mental health')).toHaveTextContent(/^Northgate Health Trust/);
  });

  test('a unit is added below another; a name in use is refused at its field', async () => {
    const { user } = await open();
    await choose(user, 'Pharmacy', 'Add a unit below it');
    await user.type(dialog().getByLabelText('Name'), 'Crisis team');
    await user.click(dialog().getByRole('button', { name: 'Add the unit' }));
    expect(await dialog().findByRole('link', { name: 'There is a unit of this name here' })).toBeVisible();
    await user.clear(dialog().getByLabelText('Name'));
    await user.type(dialog().getByLabelText('Name'), 'Dispensary');
    await user.click(dialog().getByRole('button', { name: 'Add the unit' }));
    expect(await screen.findByText('Dispensary is added.')).toBeVisible();
    expect(above('Dispensary')).toHaveTextContent(/^Pharmacy/);
  });

  test('a unit moves anywhere but below itself', async () => {
    const { user } = await open();
    await choose(user, 'Mental health', 'Move');
    const places = dialog()
      .getAllByRole('option')
      .map((option) => option.textContent?.trim());
    expect(places).toEqual(['Choose a unit', 'Pharmacy', 'Community east']);
    await user.selectOptions(dialog().getByLabelText('Below'), dialog().getByRole('option', { name: /Pharmacy/ }));
    await user.click(dialog().getByRole('button', { name: 'Move it' }));
    expect(await screen.findByText('Mental health is moved.')).toBeVisible();
    expect(above('Mental health')).toHaveTextContent(/^Pharmacy/);
  });

  test('an empty unit closes after a question; one in use says what is in the way', async () => {
    const { user } = await open();
    await choose(user, 'Crisis team', 'Close');
    expect(screen.getByRole('dialog', { name: 'Crisis team cannot be closed yet' })).toHaveTextContent(
      'There are still 9 people with a post in it.',
    );
    await user.click(dialog().getByRole('button', { name: 'Back to the units' }));
    await choose(user, 'Psychology', 'Close');
    await user.click(dialog().getByRole('button', { name: 'Close the unit' }));
    expect(await screen.findByText('Psychology is closed.')).toBeVisible();
    await waitFor(() => expect(screen.queryByText('Psychology')).toBeNull());
  });

  test('the topmost unit neither moves nor closes', async () => {
    await open();
    expect(menuOf('Northgate Health Trust').queryByText('Close')).toBeNull();
    expect(menuOf('Northgate Health Trust').queryByText('Move')).toBeNull();
  });
});
