import { Link } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { Entries, Entry } from '../../ui/entries.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Points } from '../../ui/points.tsx';

const TESTED = [
  'On every page and many states of it, a program called axe looks for known faults. It runs in Chromium, 360 and 1280 pixels wide, light and dark.',
  'The main job, from signing in to minutes in the record, is done by keyboard alone.',
];

const NOT_TESTED = [
  'by people who use a screen reader, or by anybody with a disability whom we asked',
  'in Safari or Firefox',
  'by anybody outside the project: there was no audit',
];

const PROBLEMS = [
  'Rounds is in English only.',
  'The sign-in pages follow your device. The look you choose under "Your account" does not reach them.',
  'You must be signed in to read this page.',
  '"Read aloud" is there only where your device has a voice of its own.',
];

function TellUs() {
  return (
    <div className="stack tight">
      <p>
        On a card or an explained answer, choose <b>Something wrong here?</b> It reaches the educators of your
        organisation.
      </p>
      <p>
        For anything else, tell an administrator of your organisation. Say which page, which device and browser, and
        what you could not do.
      </p>
    </div>
  );
}

/** What is aimed at, what was tested and what was not, and what is known to be wrong. */
export function Accessibility() {
  return (
    <>
      <PageHead title="Accessibility">
        <p className="lead">Everybody should be able to learn with Rounds. This page says how far we are.</p>
      </PageHead>
      <Entries>
        <Entry label="What we aim at">
          <p>The Web Content Accessibility Guidelines (WCAG) 2.2, level AA, on every page.</p>
        </Entry>
        <Entry label="How it is tested">
          <Points points={TESTED} />
        </Entry>
        <Entry label="Not tested">
          <div className="stack tight">
            <Points points={NOT_TESTED} />
            <p className="fact">A program finds some faults only. We do not claim that there are no others.</p>
          </div>
        </Entry>
        <Entry label="Known problems">
          <Points points={PROBLEMS} />
        </Entry>
        <Entry label="What you can change">
          <p>
            Text size, spacing, colours and motion, on <Link to={paths.account}>your account</Link>.
          </p>
        </Entry>
        <Entry label="Tell us">
          <TellUs />
        </Entry>
        <Entry label="Date">
          <p>This statement was written on 22 November 2026.</p>
        </Entry>
      </Entries>
    </>
  );
}
