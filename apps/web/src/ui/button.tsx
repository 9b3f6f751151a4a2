import type { ComponentProps } from 'react';
import { Link, type LinkProps } from 'react-router';
import { classNames } from '../lib/class-names.ts';
import styles from './button.module.css';

/** `main` is the one filled button of a screen; `text` looks like a link and acts. */
export type ButtonKind = 'main' | 'second' | 'stop' | 'text';
/** `lines`: as wide as it may be, its words from the start, for a sentence. */
type Look = { kind?: ButtonKind; block?: boolean; lines?: boolean };

function look({ kind = 'main', block = false, lines = false }: Look, className: string | undefined): string {
  if (kind === 'text') return classNames(styles.act, className);
  return classNames(
    styles.btn,
    kind !== 'main' && styles[kind],
    block && styles.block,
    lines && styles.sentence,
    className,
  );
}

export function Button({
  kind = 'main',
  block = false,
  lines = false,
  className,
  ...rest
}: Look & ComponentProps<'button'>) {
  return <button type="button" {...rest} className={look({ kind, block, lines }, className)} />;
}

export function ButtonLink({ kind = 'main', block = false, className, ...rest }: Look & LinkProps) {
  return <Link {...rest} className={look({ kind, block }, className)} />;
}

/** A link that leaves the app or fetches a file: the browser follows it, not the router. */
export function ButtonAnchor({ kind = 'main', block = false, className, ...rest }: Look & ComponentProps<'a'>) {
  return <a {...rest} className={look({ kind, block }, className)} />;
}
