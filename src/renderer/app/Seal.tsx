import classes from './Shell.module.css';

/** The seal mark 矩, drawn so that it looks the same whatever fonts the machine has. */
export function Seal({ size = 30 }: { readonly size?: number }) {
  return (
    <svg className={classes.seal} width={size} height={size} viewBox="0 0 30 30" aria-hidden="true">
      <rect width="30" height="30" rx="6" fill="var(--jz-seal)" />
      <rect x="2.5" y="2.5" width="25" height="25" rx="4" fill="none" stroke="var(--jz-on-seal)" strokeOpacity="0.5" />
      <g fill="none" stroke="var(--jz-on-seal)" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round">
        <path d="M9.2 6.6 7.4 10.6M8.2 9.2H14M6.4 13.9H14.6M10.6 9.4V14.2C10.4 18 9 20.8 6.4 23M11.2 17.4 14.2 21.4" />
        <path d="M23.8 7.6H17V22.4H24.2M17.2 12.4H22.8V17.6H17.2" />
      </g>
    </svg>
  );
}
