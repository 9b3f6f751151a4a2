import { addPerson } from '@rounds/contracts/people';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { call } from '../../api/client.ts';
import { useSubmission } from '../../api/use-submission.ts';
import type { FormValues } from '../../lib/form-values.ts';
import { paths } from '../../lib/paths.ts';
import { missing } from '../../lib/required-fields.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { FormProblems } from '../../ui/form-problems.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { CONTACT_FIELDS, ContactFields } from './contact-fields.tsx';
import { missingInPost, POST_FIELDS, PostFields, postIn } from './post-fields.tsx';

function check(values: FormValues): Record<string, string> {
  const faults = {
    ...missing(values, { givenName: 'Write the given name', familyName: 'Write the family name' }),
    ...missingInPost(values),
  };
  if (!values['email'] && !values['staffNumber']) faults['email'] = 'Write an e-mail address, or a staff number below';
  return faults;
}

function useAddPerson() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useSubmission({
    fields: [...CONTACT_FIELDS, ...POST_FIELDS],
    check,
    async send(values) {
      const { givenName = '', familyName = '', email, staffNumber } = values;
      const contact = { ...(email && { email }), ...(staffNumber && { staffNumber }) };
      const { personId } = await call(addPerson, {
        body: { givenName, familyName, ...contact, post: postIn(values, true) },
      });
      await client.invalidateQueries({ queryKey: ['people'] });
      await navigate(paths.person(personId));
    },
  });
}

/** A new person with a first post. The way in is given on their own page, which comes next. */
export function AddPerson() {
  const form = useAddPerson();
  return (
    <>
      <PageHead crumb={<Crumbs to={paths.people}>People</Crumbs>} title="Add a person">
        <FormProblems summary={form.summary} failure={form.failure} />
      </PageHead>
      <form noValidate onSubmit={form.submit}>
        <Entries>
          <Entry label="Name and contact">
            <div className="stack">
              <ContactFields field={form.field} emailHint="Leave it empty for staff without e-mail." />
            </div>
          </Entry>
          <Entry label="First post">
            <div className="stack">
              <PostFields field={form.field} />
            </div>
          </Entry>
          <Entry label="Next">
            <Submit busy={form.busy} />
          </Entry>
        </Entries>
      </form>
    </>
  );
}

function Submit({ busy }: { busy: boolean }) {
  return (
    <div className="stack">
      <p>On the next page you invite them, or print a joining code. Nobody is written to before that.</p>
      <div className="row">
        <Button type="submit" disabled={busy}>
          {busy ? 'One moment' : 'Add the person'}
        </Button>
        <ButtonLink kind="text" to={paths.people}>
          Cancel
        </ButtonLink>
      </div>
    </div>
  );
}
