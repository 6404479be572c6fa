import type { App, Session, WebContents } from 'electron';
import { originOf } from './ipc';
import { APP_ORIGIN, SCHEME } from './served';

/**
 * Everything a page could ask of the machine is refused here, for every window and frame there will ever be: nothing
 * outside `app://bundle` loads, nothing navigates away, nothing opens, downloads, or reaches a device.
 */
export type GuardOptions = {
  /** `http://localhost:5173` while developing, else null. */
  readonly devServer: string | null;
  readonly blocked: (what: Blocked) => void;
};
export type Blocked = 'permission' | 'device' | 'navigation' | 'window' | 'webview' | 'download' | 'request';

/** Switches that keep Chromium itself quiet. To be called before Electron is ready. */
export function quietChromium(app: Pick<App, 'commandLine'>, devServer: string | null): void {
  for (const [name, value] of Object.entries(quietSwitches)) app.commandLine.appendSwitch(name, value);
  if (devServer === null) app.commandLine.appendSwitch('host-resolver-rules', NO_HOST);
}
/** Every name and address leads nowhere, so that what Chromium does on its own (hints, dictionaries) cannot leave. */
const NO_HOST = 'MAP * ~NOTFOUND';
const quietSwitches: Readonly<Record<string, string>> = {
  'disable-background-networking': '',
  'disable-component-update': '',
  'disable-domain-reliability': '',
  'disable-breakpad': '',
  'disable-sync': '',
  'no-pings': '',
  'no-proxy-server': '',
};

/** Covers sessions, windows and frames as they come. To be called before Electron is ready. */
export function guardApp(app: App, options: GuardOptions): void {
  app.on('session-created', (session) => guardSession(session, options));
  app.on('web-contents-created', (_, contents) => guardPage(contents, options));
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    callback();
  });
}

function guardPage(contents: WebContents, { devServer, blocked }: GuardOptions): void {
  const refuseNavigation = (event: { readonly url: string; preventDefault(): void }): void => {
    // The development server reloads its own page; the built page never navigates at all.
    if (devServer !== null && originOf(event.url) === devServer) return;
    event.preventDefault();
    blocked('navigation');
  };
  contents.on('will-navigate', refuseNavigation);
  contents.on('will-redirect', refuseNavigation);
  contents.on('will-frame-navigate', refuseNavigation);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    blocked('webview');
  });
  contents.setWindowOpenHandler(() => {
    blocked('window');
    return { action: 'deny' };
  });
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault();
    callback('');
    blocked('device');
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function guardSession(session: Session, { devServer, blocked }: GuardOptions): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => {
    blocked('permission');
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Without a handler `getDisplayMedia` is refused by Electron itself.
  session.setDisplayMediaRequestHandler(null);
  session.on('select-hid-device', (event, _details, callback) => {
    event.preventDefault();
    callback(null);
    blocked('device');
  });
  session.on('select-usb-device', (event, _details, callback) => {
    event.preventDefault();
    callback();
    blocked('device');
  });
  session.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault();
    callback('');
    blocked('device');
  });
  session.on('will-download', (event) => {
    event.preventDefault();
    blocked('download');
  });
  // Electron fetches a dictionary for every new session, even with the checker off; here it finds none.
  session.setSpellCheckerDictionaryDownloadURL(`${APP_ORIGIN}/no-dictionary/`);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, callback) => {
    const cancel = !mayLoad(details.url, devServer);
    if (cancel) blocked('request');
    callback({ cancel });
  });
}

/** Only the app's own address, data the page made itself, and in development its server and the tools. */
export function mayLoad(url: string, devServer: string | null): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  if (protocol === `${SCHEME}:`) return originOf(url) === APP_ORIGIN;
  if (protocol === 'data:' || protocol === 'blob:') return true;
  if (devServer === null) return false;
  const server = new URL(devServer);
  const origin = originOf(url);
  return protocol === 'devtools:' || origin === originOf(devServer) || origin === `ws://${server.host}`;
}
