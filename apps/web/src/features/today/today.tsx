import type { Today as TodayShape } from '@rounds/contracts/today';
import { useSuspenseQuery } from '@tanstack/react-query';
import { todayQuery } from '../../api/today.queries.ts';
import { longDate } from '../../lib/dates.ts';
import { minutesInWords } from '../../lib/minutes.ts';
import { paths } from '../../lib/paths.ts';
import { count } from '../../lib/words.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Entry } from '../../ui/entries.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TitleLink } from '../../ui/listing.tsx';

function Continue({ at }: { at: NonNullable<TodayShape['continue']> }) {
  const to = at.atQuiz ? paths.quiz(at.versionId) : paths.read(at.versionId);
  return (
    <Entry
      label="Continue"
      side={
        <ButtonLink block to={to}>
          {at.atQuiz ? 'Take the quiz' : 'Continue'}
        </ButtonLink>
      }
    >
      <div className="stack hair">
        <TitleLink to={to}>{at.title}</TitleLink>
        <p className="fact">
          {at.atQuiz
            ? `You have seen all ${at.cardCount} cards. A quiz of ${count(at.quizSize, 'question')} is next, about ${at.minutesLeft} min.`
            : `Card ${at.cardNumber} of ${at.cardCount}, about ${at.minutesLeft} min left. Then a quiz of ${count(at.quizSize, 'question')}.`}
        </p>
      </div>
    </Entry>
  );
}

function Recommended({ module, reason, main }: NonNullable<TodayShape['recommended']> & { main: boolean }) {
  return (
    <Entry
      label="Recommended"
      side={
        <ButtonLink kind={main ? 'main' : 'second'} block to={paths.module(module.moduleId)}>
          Open
        </ButtonLink>
      }
    >
      <div className="stack hair">
        <TitleLink to={paths.module(module.moduleId)}>{module.title}</TitleLink>
        <Facts>
          <>
            <b>{module.minutes}</b> minutes
          </>
          <>
            <b>{module.kilobytes}</b> kB
          </>
        </Facts>
        <p className="fact">
          <b>Why this one:</b> {reason.charAt(0).toLowerCase() + reason.slice(1)}
        </p>
      </div>
    </Entry>
  );
}

function AllDone() {
  return (
    <Entry
      label="Recommended"
      side={
        <ButtonLink kind="second" block to={paths.library}>
          Open the library
        </ButtonLink>
      }
    >
      <div className="stack hair">
        <p>You have finished every module in the library.</p>
        <p className="fact">You can read any of them again.</p>
      </div>
    </Entry>
  );
}

function ToReflect({ toReflect, toReflectCount }: Pick<TodayShape, 'toReflect' | 'toReflectCount'>) {
  const [latest] = toReflect;
  if (!latest) return null;
  return (
    <Entry
      label="To finish"
      side={
        <ButtonLink kind="second" block to={paths.reflect(latest.completionId)}>
          Reflect
        </ButtonLink>
      }
    >
      <div className="stack hair">
        <p>{count(toReflectCount, 'reflection')} to write</p>
        <p className="fact">
          {toReflectCount > 1 && 'The latest: '}“{latest.title}”, finished {longDate(latest.completedOn)}. It takes
          about a minute.
        </p>
      </div>
    </Entry>
  );
}

function Answers({ answers }: Pick<TodayShape, 'answers'>) {
  if (answers.length === 0) return null;
  return (
    <Entry label="Answers to you">
      <div className="stack loose">
        {answers.map((answer) => (
          <div className="stack hair" key={answer.reportId}>
            <p className="fact">
              You wrote about “{answer.title}”: {answer.question}
            </p>
            <p>{answer.answer}</p>
            <p className="fact">Answered {longDate(answer.answeredOn)}</p>
          </div>
        ))}
      </div>
    </Entry>
  );
}

function ThisYear({ year }: Pick<TodayShape, 'year'>) {
  return (
    <Entry
      label="This year"
      side={
        <ButtonLink kind="text" to={paths.cpdRecord}>
          See your CPD record
        </ButtonLink>
      }
    >
      <div className="stack hair">
        <p>
          <b>{minutesInWords(year.creditMinutes)}</b> in your CPD record since 1 January {year.year}
        </p>
        <p className="fact">Each body counts its own year. Your record keeps whole minutes and exact dates.</p>
      </div>
    </Entry>
  );
}

/** What to do now, in the order in which it matters. */
export function Today() {
  const { data: today } = useSuspenseQuery(todayQuery);
  return (
    <>
      {today.continue && <Continue at={today.continue} />}
      {today.recommended && <Recommended {...today.recommended} main={today.continue === null} />}
      {!today.continue && !today.recommended && <AllDone />}
      <ToReflect {...today} />
      <Answers answers={today.answers} />
      <ThisYear year={today.year} />
    </>
  );
}
