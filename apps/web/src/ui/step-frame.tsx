import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from '../lib/class-names.ts';
import { ButtonLink } from './button.tsx';
import { Loading } from './loading.tsx';
import { Ticks } from './progress.tsx';
import { DemoStrip, SkipLink } from './shell.tsx';
import styles from './step-frame.module.css';
import { useIsWaiting } from './use-is-waiting.ts';

export type Step = { key: string; name: string; to: string };

type StepFrameProps = {
  demo: boolean;
  leaveTo: string;
  /** What the steps belong to, above their list at the desk. */
  label: string;
  where: ReactNode;
  steps: readonly Step[];
  /** Index of the step shown; past the last one on a closing page. */
  at: number;
  /** All steps are one place in the browser's history: its Back leaves them. */
  onePlace?: boolean;
  side?: ReactNode;
  /** Where work is kept. */
  kept: ReactNode;
  back?: ReactNode;
  go: ReactNode;
  children: ReactNode;
};

function Contents({ label, steps, at, onePlace = false }: Pick<StepFrameProps, 'label' | 'steps' | 'at' | 'onePlace'>) {
  return (
    <nav className={classNames('wide-only stack', styles.margin)} aria-label="In this module">
      <p className="label">{label}</p>
      <ol className={styles.contents}>
        {steps.map(({ key, name, to }, index) => (
          <li key={key}>
            <Link to={to} replace={onePlace} aria-current={index === at ? 'step' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** One step a screen: way out and place at the top, the matter, back and on at the thumb. */
export function StepFrame({ demo, leaveTo, where, side, kept, back, go, children, ...contents }: StepFrameProps) {
  const { steps, at } = contents;
  const waiting = useIsWaiting();
  return (
    <>
      <SkipLink />
      {demo && <DemoStrip />}
      <header className={styles.top}>
        <div className="page">
          <div className={styles.row}>
            <ButtonLink kind="text" to={leaveTo}>
              Leave
            </ButtonLink>
            <p className={styles.where}>{where}</p>
          </div>
          <Ticks total={steps.length} at={at} />
        </div>
      </header>
      <main className={classNames('page', styles.card)} id="main" tabIndex={-1}>
        <Contents {...contents} />
        <div className={classNames('stack loose', styles.matter)} data-matter="">
          {waiting ? <Loading what="the page" /> : children}
        </div>
        {side && (
          <aside className={classNames('side stack loose', styles.beside)} aria-label="Beside this card">
            {side}
          </aside>
        )}
        <div className={styles.thumb} data-paper="no">
          {kept}
          <div className={styles.go}>
            {back ?? <span />}
            {go}
          </div>
        </div>
      </main>
    </>
  );
}
