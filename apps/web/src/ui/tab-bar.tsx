import { type NavigationItem, PlaceLink } from './place-link.tsx';
import styles from './tab-bar.module.css';

/** The phone's navigation, at the thumb. */
export function TabBar({ items }: { items: readonly NavigationItem[] }) {
  return (
    <nav className={styles.bar} aria-label="Main, at the thumb">
      <ul>
        {items.map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} words={place.short ?? place.label} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
