/**
 * Whether this desktop has a place for tray icons. Windows and macOS always have one. On Linux it depends on the desktop,
 * Electron does not say when nobody shows its icon, and asking the session bus would take a socket, which no code of ours
 * opens. So the desktops that are known to show them are named; on any other closing the window stays quitting.
 */
export function hasTrayHost(platform: string, desktop: string | undefined): boolean {
  if (platform !== 'linux') return true;
  return (desktop ?? '').split(':').some((name) => withTray.has(name.toLowerCase()));
}

/**
 * Names in `XDG_CURRENT_DESKTOP` (freedesktop.org desktop entry specification 1.5, registered names) of desktops whose
 * usual panel shows tray icons. GNOME itself does not; Ubuntu adds it.
 */
const withTray: ReadonlySet<string> = new Set([
  'kde',
  'xfce',
  'lxqt',
  'lxde',
  'mate',
  'cinnamon',
  'x-cinnamon',
  'unity',
  'ubuntu',
  'budgie',
  'deepin',
  'dde',
  'ukui',
]);
