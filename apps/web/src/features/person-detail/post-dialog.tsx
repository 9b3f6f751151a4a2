import { addPost } from '@rounds/contracts/people';
import { call } from '../../api/client.ts';
import { useSubmission } from '../../api/use-submission.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { MainPostChoice, missingInPost, POST_FIELDS, PostFields, postIn } from './post-fields.tsx';
import { nameOf, type SectionProps } from './section.ts';

export function PostDialog({ person, onChanged, onLeave }: SectionProps & { onLeave: () => void }) {
  const first = person.posts.length === 0;
  const form = useSubmission({
    fields: POST_FIELDS,
    check: missingInPost,
    send: (values) =>
      call(addPost, { params: { personId: person.personId }, body: postIn(values, first || values['main'] === 'on') }),
    onDone(changed) {
      onChanged(changed, 'The post is added.');
      onLeave();
    },
  });
  return (
    <FormDialog title={`Add a post for ${nameOf(person)}`} form={form} act="Add the post" onLeave={onLeave}>
      <PostFields field={form.field} />
      {!first && <MainPostChoice />}
    </FormDialog>
  );
}
