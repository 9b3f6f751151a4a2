import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Field } from './field.tsx';

/** Milliseconds of rest before what is typed is looked for. */
const REST = 400;

type SearchFieldProps = { label: ReactNode; name: string; value: string; onSearch: (words: string) => void };

/** Looks while the person types, a moment after the last key; Enter looks at once. */
export function SearchField({ label, name, value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const asked = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // Only a change from elsewhere, as "Clear filters": an answer to older keys must not undo newer ones.
    if (value === asked.current) return;
    asked.current = value;
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  function ask(words: string): void {
    clearTimeout(timer.current);
    if (words === asked.current) return;
    asked.current = words;
    onSearch(words);
  }
  return (
    <Field
      small
      type="search"
      label={label}
      name={name}
      maxLength={200}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => ask(target.value.trim()), REST);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') ask(text.trim());
      }}
    />
  );
}
