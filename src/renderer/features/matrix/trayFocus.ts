/** Gives the focus to the first slip of the tray. False when nothing waits there. */
export function focusTray(): boolean {
  const slip = document.querySelector<HTMLElement>('[data-testid="tray"] [data-piece]');
  slip?.focus();
  return slip !== null;
}
