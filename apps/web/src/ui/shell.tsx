import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from '../lib/class-names.ts';
import { type NavigationItem, PlaceLink } from './place-link.tsx';
import styles from './shell.module.css';
import { TabBar } from './tab-bar.tsx';

function goToMain(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** The first stop by keyboard, on every page. */
export function SkipLink() {
  return (
    <a className="skip" href="#main" onClick={goToMain}>
      Skip to the main part
    </a>
  );
}

export function DemoStrip({ wide = false }: { wide?: boolean }) {
  return (
    <div className={styles.demo} role="region" aria-label="Demo">
      <div className={classNames('page', wide && styles.desk)}>
        <p>
          <b>Demo.</b> All people and records here are invented.
        </p>
      </div>
    </div>
  );
}

function Mark() {
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 22 22"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      aria-hidden="true"
    >
      <path d="M11 2.5A8.5 8.5 0 1 1 2.5 11" strokeLinecap="round" />
      <circle cx="4.6" cy="4.6" r="1.9" fill="currentColor" stroke="none" />
    </svg>
  );
}

type ShellProps = {
  demo: boolean;
  home: string;
  navigation: readonly NavigationItem[];
  /** Further places, in the masthead only; on the phone they are under `more`. */
  workplaces?: readonly NavigationItem[];
  /** The last tab at the thumb, where everything else is. */
  more: NavigationItem;
  /** Who is signed in, with their menu. */
  who: ReactNode;
  /** Tables and panes take a wider page. */
  wide?: boolean;
  foot: ReactNode;
  children: ReactNode;
};

function Masthead({
  page,
  home,
  places,
  who,
}: {
  page: string;
  home: string;
  places: readonly NavigationItem[];
  who: ReactNode;
}) {
  return (
    <header className={styles.mast}>
      <div className={page}>
        <Link className={styles.brand} to={home}>
          <Mark />
          Rounds
        </Link>
        <nav aria-label="Main">
          <ul>
            {places.map((place) => (
              <li key={place.to}>
                <PlaceLink place={place} words={place.label} />
              </li>
            ))}
          </ul>
        </nav>
        {who}
      </div>
    </header>
  );
}

/** Masthead, the page's main part, footer, and the bar at the thumb on the phone. */
export function Shell({ workplaces = [], wide = false, ...shell }: ShellProps) {
  const { demo, home, navigation, more, who, foot, children } = shell;
  const page = classNames('page', wide && styles.desk);
  return (
    <>
      <SkipLink />
      {demo && <DemoStrip wide={wide} />}
      <Masthead page={page} home={home} places={[...navigation, ...workplaces]} who={who} />
      <main className={page} id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.foot}>
        <div className={page}>{foot}</div>
      </footer>
      <TabBar items={[...navigation, more]} />
    </>
  );
}

/** The person's name above what they are, as the masthead shows it. */
export function Who({ name, detail }: { name: string; detail: ReactNode }) {
  return (
    <span className={styles.who}>
      <b>{name}</b>
      {detail}
    </span>
  );
}
