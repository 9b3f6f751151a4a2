import { NavLink } from 'react-router';
import styles from './tab-bar.module.css';

/** The phone's navigation, at the thumb. */
export function TabBar({ items }: { items: readonly { to: string; label: string; short?: string }[] }) {
  return (
    <nav className={styles.bar} aria-label="Main, at the thumb">
      <ul>
        {items.map(({ to, label, short }) => (
          <li key={to}>
            <NavLink to={to}>{short ?? label}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
