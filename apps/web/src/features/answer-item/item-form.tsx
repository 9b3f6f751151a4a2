import type { LearnerItem, Response } from '@rounds/contracts/item';
import type { ReactNode } from 'react';
import { plainText } from '../../lib/plain-text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Choices, Question as QuestionGroup } from '../../ui/choice.tsx';
import { OrderList } from '../../ui/order-list.tsx';
import { Select } from '../../ui/select.tsx';

export type Question = Pick<LearnerItem, 'itemId' | 'kind' | 'prompts' | 'options'>;
/** What was chosen; how sure comes from elsewhere. */
export type Answer = Pick<Response, 'optionIds' | 'pairs'>;

type ItemFormProps = {
  item: Question;
  legend: ReactNode;
  note?: ReactNode;
  answer: Answer;
  onAnswer: (answer: Answer) => void;
};
type Part = Omit<ItemFormProps, 'legend' | 'note'>;

const Words = ({ html }: { html: string }) => <span dangerouslySetInnerHTML={{ __html: html }} />;

function One({ item, answer, onAnswer }: Part) {
  return item.options.map(({ optionId, html }) => (
    <Choice
      key={optionId}
      type="radio"
      name={item.itemId}
      value={optionId}
      checked={answer.optionIds.includes(optionId)}
      onChange={() => onAnswer({ optionIds: [optionId], pairs: [] })}
    >
      <Words html={html} />
    </Choice>
  ));
}

function Several({ item, answer, onAnswer }: Part) {
  function toggle(optionId: string, on: boolean): void {
    const chosen = new Set(answer.optionIds);
    if (on) chosen.add(optionId);
    else chosen.delete(optionId);
    onAnswer({ optionIds: item.options.map((option) => option.optionId).filter((id) => chosen.has(id)), pairs: [] });
  }
  return item.options.map(({ optionId, html }) => (
    <Choice
      key={optionId}
      type="checkbox"
      name={item.itemId}
      value={optionId}
      checked={answer.optionIds.includes(optionId)}
      onChange={(event) => toggle(optionId, event.target.checked)}
    >
      <Words html={html} />
    </Choice>
  ));
}

function Order({ item, answer, onAnswer }: Part) {
  const chosen = answer.optionIds.length > 0;
  const ids = chosen ? answer.optionIds : item.options.map(({ optionId }) => optionId);
  const lines = ids.flatMap((id) =>
    item.options.filter(({ optionId }) => optionId === id).map(({ html }) => ({ id, html })),
  );
  return (
    <>
      <OrderList
        label="Your order"
        lines={lines}
        chosen={chosen}
        onOrder={(optionIds) => onAnswer({ optionIds, pairs: [] })}
      />
      {!chosen && (
        <p className="row fact">
          Not answered yet: move a line, or
          <Button kind="text" onClick={() => onAnswer({ optionIds: ids, pairs: [] })}>
            keep this order
          </Button>
        </p>
      )}
    </>
  );
}

function Match({ item, answer, onAnswer }: Part) {
  function pair(promptId: string, optionId: string): void {
    const others = answer.pairs.filter((one) => one.promptId !== promptId);
    onAnswer({ optionIds: [], pairs: optionId ? [...others, { promptId, optionId }] : others });
  }
  const options = [
    { value: '', label: 'Choose' },
    ...item.options.map(({ optionId, html }) => ({ value: optionId, label: plainText(html) })),
  ];
  return (
    <div className="stack below">
      {item.prompts.map(({ optionId: promptId, html }) => (
        <Select
          key={promptId}
          label={<Words html={html} />}
          options={options}
          value={answer.pairs.find((one) => one.promptId === promptId)?.optionId ?? ''}
          onChange={(event) => pair(promptId, event.target.value)}
        />
      ))}
    </div>
  );
}

const HOW: Record<LearnerItem['kind'], string> = {
  'single-best-answer': 'Choose the best answer.',
  'multiple-response': 'Choose all that are right. A wrong one takes a right one away.',
  ordering: 'Put these in order, first at the top.',
  matching: 'Choose one for each.',
};

/** One question with its answers, of any kind. The stem is the legend. */
export function ItemForm({ item, legend, note, answer, onAnswer }: ItemFormProps) {
  const part = { item, answer, onAnswer };
  const notes = (
    <div className="stack hair">
      {note}
      <p className="fact">{HOW[item.kind]}</p>
    </div>
  );
  switch (item.kind) {
    case 'single-best-answer':
      return (
        <Choices legend={legend} note={notes}>
          <One {...part} />
        </Choices>
      );
    case 'multiple-response':
      return (
        <Choices legend={legend} note={notes}>
          <Several {...part} />
        </Choices>
      );
    case 'ordering':
      return (
        <QuestionGroup legend={legend} note={notes}>
          <Order {...part} />
        </QuestionGroup>
      );
    case 'matching':
      return (
        <QuestionGroup legend={legend} note={notes}>
          <Match {...part} />
        </QuestionGroup>
      );
  }
}
