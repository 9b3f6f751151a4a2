import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery } from '../../api/me.queries.ts';
import { Entries, Entry } from '../../ui/entries.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Points } from '../../ui/points.tsx';

const SEEN = [
  'your name, staff number, unit and staff group',
  'which modules you have started or completed, and on what day',
  'the version of the module and who reviewed it',
  'the minutes it added to your record',
];

const NEVER = [
  'your answers, your score, or how many tries you took',
  'the time of day, or the device you used',
  'how sure you were, before, during or after',
  'what you said of a module, or what got in your way',
  'what you wrote in a team discussion',
  'your private notes',
  'your reflections, or whether you wrote one',
  'anything you did in another organisation',
];

/** What is neither seen nor hidden by these lists. */
function AlsoKept() {
  return (
    <>
      <Entry label="Problems you report">
        <p>An educator sees your words, the place and the version, so that they can answer you.</p>
      </Entry>
      <Entry label="What got in the way">
        <p>
          If you answer, your choice is kept without your name: with your unit, your staff group and the month. No
          screen shows these answers yet.
        </p>
      </Entry>
      <Entry label="Yours to keep">
        <p>Reflections and the record of what you learnt belong to you, and stay yours when you change employer.</p>
      </Entry>
    </>
  );
}

/** What an organisation can see of a learner, and what it never can. */
export function Visibility() {
  const { data: me } = useSuspenseQuery(meQuery);
  const { name } = me.organisation;
  return (
    <>
      <PageHead title="What your organisation can see">
        <p className="lead">The same list holds on every screen and in every file.</p>
      </PageHead>
      <Entries>
        <Entry label={`${name} sees`}>
          <Points points={SEEN} />
        </Entry>
        <Entry label="Nobody sees">
          <div className="stack tight">
            <Points points={NEVER} />
            <p className="fact">
              No screen shows these to anyone but you. No file holds them, and no filter can ask for them.
            </p>
          </div>
        </Entry>
        <Entry label="Who can look">
          <div className="stack tight">
            <p>The CPD leads and team managers of your unit, and of the units above it.</p>
            <p className="fact">
              Each look at a list with your name, and each download, is written in the audit log: who, when and with
              what filter.
            </p>
          </div>
        </Entry>
        <AlsoKept />
      </Entries>
    </>
  );
}
