import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import styles from './tabs.module.css';

export type Tab<K extends string> = { key: K; label: string };
type TabsProps<K extends string> = {
  label: string;
  tabs: readonly Tab<K>[];
  selected: K;
  onSelect: (key: K) => void;
  /** On the page's own edges: the line of tabs stands where the matter stands. */
  inGrid?: boolean;
  /** The chosen tab's panel. */
  children: ReactNode;
};

function nextIndex(key: string, index: number, length: number): number | null {
  const moves: Record<string, number> = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: length - 1 };
  const next = moves[key];
  return next === undefined ? null : (next + length) % length;
}

type TabListProps<K extends string> = Pick<TabsProps<K>, 'label' | 'tabs' | 'selected' | 'onSelect'> & { id: string };

function TabList<K extends string>({ id, label, tabs, selected, onSelect }: TabListProps<K>) {
  const list = useRef<HTMLDivElement>(null);
  function move(event: KeyboardEvent): void {
    const from = tabs.findIndex(({ key }) => key === selected);
    const at = nextIndex(event.key, from, tabs.length);
    const tab = at === null ? undefined : tabs[at];
    if (at === null || !tab) return;
    event.preventDefault();
    onSelect(tab.key);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus();
  }
  return (
    <div className={styles.tabs} role="tablist" aria-label={label} ref={list} onKeyDown={move}>
      {tabs.map(({ key, label: words }) => (
        <button
          key={key}
          type="button"
          role="tab"
          id={`${id}-${key}`}
          aria-selected={key === selected}
          aria-controls={`${id}-panel`}
          tabIndex={key === selected ? 0 : -1}
          onClick={() => onSelect(key)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}

/** Tab leads to the chosen tab; arrows, Home and End choose another; the panel takes the focus next. */
export function Tabs<K extends string>({ inGrid = false, children, ...list }: TabsProps<K>) {
  const id = useId();
  return (
    <>
      <div className={inGrid ? styles.grid : undefined}>
        <TabList id={id} {...list} />
      </div>
      <div
        role="tabpanel"
        className={inGrid ? styles.panel : undefined}
        id={`${id}-panel`}
        aria-labelledby={`${id}-${list.selected}`}
        tabIndex={0}
      >
        {children}
      </div>
    </>
  );
}
