import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { auditLog } from '../fixtures/audit.ts';
import { id } from '../fixtures/ids.ts';
import { anOrganisation, HAZEL, ROWAN } from '../fixtures/people.ts';
import { aTree } from '../fixtures/units.ts';
import { openPage } from '../open-page.tsx';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const open = (address: string) =>
  openPage(server, address, { roles: ['administrator'] }, [...anOrganisation(), ...aTree(), ...auditLog]);
const dialog = () => within(screen.getByRole('dialog'));
const entry = (name: string) => within(screen.getByRole('region', { name }));

describe('the list', () => {
  test('finds people by name and by their way in', async () => {
    const { user, router } = await open('/admin/people');
    expect(screen.getByText('8 people')).toBeVisible();
    await user.selectOptions(screen.getByLabelText('Way in'), 'Suspended');
    expect(await screen.findByText('1 person')).toBeVisible();
    expect(router.state.location.search).toBe('?state=suspended');
    expect(screen.getByRole('link', { name: 'Foxglove, Ash' })).toHaveAttribute('href', `/admin/people/${id(2003)}`);
    await user.type(screen.getByRole('searchbox'), 'zz{Enter}');
    expect(await screen.findByRole('heading', { name: 'Nobody fits these filters' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByText('8 people')).toBeVisible();
  });

  test('is for administrators', async () => {
    await openPage(server, '/admin/people', { roles: ['cpd-lead'] }, []);
    expect(screen.getByRole('heading', { name: 'This page is for administrators' })).toBeVisible();
  });
});

describe('adding a person', () => {
  test('what is missing is said above the form and at its fields', async () => {
    const { user } = await open('/admin/people/new');
    await user.click(screen.getByRole('button', { name: 'Add the person' }));
    const summary = screen.getByRole('alert');
    expect(summary).toHaveFocus();
    expect(summary).toHaveTextContent('There are 6 problems');
    await user.click(within(summary).getByRole('link', { name: 'Write the given name' }));
    expect(screen.getByLabelText('Given name')).toHaveFocus();
    expect(screen.getByLabelText('Given name')).toHaveAccessibleDescription('Error: Write the given name');
  });

  async function fill(email: string) {
    const opened = await open('/admin/people/new');
    const { user } = opened;
    await user.type(screen.getByLabelText('Given name'), 'Rowan');
    await user.type(screen.getByLabelText('Family name'), 'Meadowsweet');
    await user.type(screen.getByLabelText('E-mail'), email);
    await user.selectOptions(screen.getByLabelText('Unit'), screen.getByRole('option', { name: /Crisis team/ }));
    await user.type(screen.getByLabelText('Post'), 'Porter');
    await user.type(screen.getByLabelText('Staff group'), 'Estates');
    await user.click(screen.getByRole('button', { name: 'Add the person' }));
    return opened;
  }

  test('leads to their page, where the way in is given', async () => {
    const { router } = await fill('rowan@northgate.test');
    expect(await screen.findByRole('heading', { level: 1, name: 'Rowan Meadowsweet' })).toBeVisible();
    expect(router.state.location.pathname).toBe(`/admin/people/${ROWAN.personId}`);
  });

  test('what the server refuses stands at its field, and what was typed stays', async () => {
    await fill('taken@northgate.test');
    const error = await screen.findByRole('link', { name: 'Somebody here has this address' });
    expect(error).toBeVisible();
    expect(screen.getByLabelText('E-mail')).toBeInvalid();
    expect(screen.getByLabelText('Family name')).toHaveValue('Meadowsweet');
  });
});

describe('one person', () => {
  const hazel = () => open(`/admin/people/${HAZEL.personId}`);

  test('a corrected address is told to the old one, and the form says so beforehand', async () => {
    const { user } = await hazel();
    await user.click(screen.getByRole('button', { name: 'Correct these' }));
    const email = dialog().getByLabelText('E-mail');
    expect(email).toHaveAccessibleDescription(/we write to hazel\.bistort@northgate\.test to say so/);
    await user.clear(email);
    await user.type(email, 'h.bistort@northgate.test');
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText('Corrected. We are telling hazel.bistort@northgate.test that the address changed.'),
    ).toBeVisible();
    expect(entry('Name and contact').getByText('h.bistort@northgate.test')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Correct these' })).toHaveFocus());
  });

  test('who is invited and has not joined is shown so, and a correction is told to nobody', async () => {
    const { user } = await open(`/admin/people/${ROWAN.personId}`);
    const correct = async (email: string) => {
      await user.click(screen.getByRole('button', { name: 'Correct these' }));
      const field = dialog().getByLabelText('E-mail');
      expect(field).not.toHaveAccessibleDescription(/we write to/);
      await user.clear(field);
      await user.type(field, email);
      await user.click(dialog().getByRole('button', { name: 'Save' }));
    };
    await correct('rowan@northgate.test');
    await user.click(await screen.findByRole('button', { name: 'Invite' }));
    await user.click(await screen.findByRole('button', { name: 'Done' }));
    expect(screen.getByText('Invited')).toBeVisible();
    await correct('r.meadowsweet@northgate.test');
    expect(await screen.findByText('Corrected.')).toBeVisible();
  });

  test('a post ends on a day; the row stays', async () => {
    const { user } = await hazel();
    await user.click(screen.getByRole('button', { name: 'End the post Ward nurse' }));
    const last = dialog().getByLabelText('Last day');
    await user.clear(last);
    await user.type(last, '2027-03-31');
    await user.click(dialog().getByRole('button', { name: 'End the post' }));
    expect(await screen.findByText('The last day of Ward nurse is 31 March 2027.')).toBeVisible();
    expect(entry('Posts').getByRole('row', { name: /Ward nurse/ })).toHaveTextContent('31 March 2027');
  });

  test('a last day before the first one is seen at once', async () => {
    const { user } = await hazel();
    await user.click(screen.getByRole('button', { name: 'Add a post' }));
    await user.type(dialog().getByLabelText('Last day'), '2020-01-01');
    await user.click(dialog().getByRole('button', { name: 'Add the post' }));
    expect(dialog().getByRole('link', { name: 'The last day is before the first one' })).toBeVisible();
  });

  test('a role is given for a unit', async () => {
    const { user } = await hazel();
    await user.click(screen.getByRole('button', { name: 'Give a role' }));
    await user.click(dialog().getByRole('button', { name: 'Give the role' }));
    expect(dialog().getByRole('link', { name: 'Choose a role' })).toBeVisible();
    await user.click(dialog().getByRole('radio', { name: /^CPD lead/ }));
    await user.selectOptions(dialog().getByLabelText('Unit'), dialog().getByRole('option', { name: /Crisis team/ }));
    await user.click(dialog().getByRole('button', { name: 'Give the role' }));
    expect(await screen.findByText('The role is given.')).toBeVisible();
    expect(entry('Roles').getByRole('row', { name: /CPD lead/ })).toHaveTextContent('Crisis team and all below it');
  });

  test('a role that has to stay stays, with the reason', async () => {
    const { user } = await hazel();
    await user.click(screen.getByRole('button', { name: /^End the role/ }));
    expect(dialog().getByRole('button', { name: 'Keep the role' })).toHaveFocus();
    await user.click(dialog().getByRole('button', { name: 'End the role' }));
    expect(await dialog().findByRole('alert')).toHaveTextContent('Somebody has to stay administrator.');
    await user.click(dialog().getByRole('button', { name: 'Keep the role' }));
    expect(entry('Roles').getByRole('row', { name: /Team manager/ })).toBeVisible();
  });

  test('suspending asks for a reason and says what it does', async () => {
    const { user } = await hazel();
    await user.click(screen.getByRole('button', { name: 'Suspend' }));
    expect(
      dialog().getByText(/They are signed out at once, and can no longer sign in to Northgate Health Trust/),
    ).toBeVisible();
    await user.click(dialog().getByRole('button', { name: 'Suspend Hazel Bistort' }));
    expect(dialog().getByRole('link', { name: 'Write the reason' })).toBeVisible();
    await user.type(dialog().getByLabelText('Reason'), 'Left the trust');
    await user.click(dialog().getByRole('button', { name: 'Suspend Hazel Bistort' }));
    expect(await screen.findByText('Hazel Bistort is suspended.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Let them in again' }));
    await user.click(dialog().getByRole('button', { name: 'Let them in again' }));
    expect(await screen.findByText('Hazel Bistort can sign in again.')).toBeVisible();
  });

  test('nobody suspends themselves', async () => {
    await openPage(server, `/admin/people/${HAZEL.personId}`, { personId: HAZEL.personId, roles: ['administrator'] }, [
      ...anOrganisation(),
      ...aTree(),
    ]);
    expect(screen.queryByRole('button', { name: 'Suspend' })).toBeNull();
  });

  test.each([id(9999), 'nobody'])(
    'somebody of another organisation, or no person at all, does not exist: %s',
    async (who) => {
      await open(`/admin/people/${who}`);
      expect(screen.getByRole('heading', { name: 'There is no page at this address' })).toBeVisible();
    },
  );
});

describe('the way in', () => {
  const rowan = () => open(`/admin/people/${ROWAN.personId}`);

  test('a joining code is shown once, to print, and can be withdrawn', async () => {
    const { user } = await rowan();
    await user.click(screen.getByRole('button', { name: 'Print a joining code' }));
    expect(await screen.findByRole('dialog', { name: 'A joining code for Rowan Meadowsweet' })).toBeVisible();
    expect(dialog().getByText('K7QF-2M9X-RTWA')).toBeVisible();
    expect(dialog().getByText('northgate')).toBeVisible();
    await user.click(dialog().getByRole('button', { name: 'Done' }));
    expect(screen.queryByText('K7QF-2M9X-RTWA')).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Withdraw the joining code' }));
    await user.click(dialog().getByRole('button', { name: 'Withdraw it' }));
    expect(await screen.findByText('The joining code is withdrawn.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Withdraw the joining code' })).toBeNull();
  });

  test('an invitation without e-mail is a link to hand over', async () => {
    const { user } = await rowan();
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    expect(await screen.findByRole('dialog', { name: 'A link for Rowan Meadowsweet' })).toBeVisible();
    expect(dialog().getByText('https://rounds.example.org/invitation/abc')).toBeVisible();
  });
});
