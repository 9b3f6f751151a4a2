import { type LoaderFunctionArgs, useParams } from 'react-router';
import { queryClientContext } from '../../api/query-client.ts';
import { itemToMendQuery } from '../../api/re-mark.queries.ts';
import { ItemForm } from '../../features/answer-item/item-form.tsx';
import { ItemWithKey } from '../../features/item-key/item-with-key.tsx';
import { ReMarkItem } from '../../features/re-mark-item/re-mark-item.tsx';

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { versionId = '', itemId = '' } = params;
  await context.get(queryClientContext).fetchQuery(itemToMendQuery(versionId, itemId));
  return null;
}

export function Page() {
  const { versionId = '', itemId = '' } = useParams();
  return (
    <ReMarkItem key={itemId} versionId={versionId} itemId={itemId} ItemWithKey={ItemWithKey} AnswerForm={ItemForm} />
  );
}
