import { endPost, type Post } from '@rounds/contracts/people';
import { call } from '../../api/client.ts';
import { useSubmission } from '../../api/use-submission.ts';
import { useToday } from '../../api/use-today.ts';
import { longDate } from '../../lib/dates.ts';
import { missing } from '../../lib/required-fields.ts';
import { Field } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { SectionProps } from './section.ts';

type EndPostDialogProps = SectionProps & { post: Post; onLeave: () => void };

export function EndPostDialog({ person, post, onChanged, onLeave }: EndPostDialogProps) {
  const today = useToday();
  const form = useSubmission({
    fields: ['endsOn'],
    check: (values) => missing(values, { endsOn: 'Write the last day' }),
    send: ({ endsOn = '' }) =>
      call(endPost, { params: { personId: person.personId, postId: post.postId }, body: { endsOn } }),
    onDone(changed) {
      const endsOn = changed.posts.find(({ postId }) => postId === post.postId)?.endsOn;
      onChanged(changed, endsOn ? `The last day of ${post.title} is ${longDate(endsOn)}.` : 'The post is ended.');
      onLeave();
    },
  });
  return (
    <FormDialog title={`End the post ${post.title}`} form={form} act="End the post" kind="stop" onLeave={onLeave}>
      <p>{`From the day after, new work is no longer counted to ${post.unit}. The records made in this post stay there.`}</p>
      <Field {...form.field('endsOn')} narrow type="date" label="Last day" defaultValue={today} min={post.startsOn} />
    </FormDialog>
  );
}
