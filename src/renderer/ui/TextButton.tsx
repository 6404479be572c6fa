import type { ButtonHTMLAttributes, ReactNode } from 'react';
import classes from './TextButton.module.css';

/** A quiet button with words, and maybe an icon before them, as it stands in a toolbar of the first screen. */
export function TextButton({
  icon,
  children,
  ...button
}: ButtonHTMLAttributes<HTMLButtonElement> & { readonly icon?: ReactNode }) {
  return (
    <button type="button" className={classes.button} {...button}>
      {icon}
      {children}
    </button>
  );
}
