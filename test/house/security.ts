import type { Node, SourceFile } from './tree';

/**
 * Rows of the hardening list that can be read from the source, each as a question to one file. Every rule is proved
 * by a weakened line that it must catch (E48).
 */
export type Rule = {
  readonly row: string;
  readonly says: string;
  /** Files the rule looks at; default all of src. */
  readonly where?: RegExp;
  /** Files that are the one place where it is done. */
  readonly except?: readonly string[];
  readonly broken: (file: SourceFile) => boolean;
  /** A line that must be caught, and the file it would stand in. */
  readonly weakened: readonly (readonly [path: string, text: string])[];
};

const named = (node: unknown): string => {
  const found = node as Node | null;
  if (found?.type === 'Identifier') return String(found.name);
  if (found?.type === 'Literal') return String(found.value);
  if (found?.type === 'MemberExpression') return named(found.property);
  return '';
};
const some = (file: SourceFile, test: (node: Node) => boolean): boolean => file.nodes.some(test);
const makes =
  (...names: string[]) =>
  (node: Node) =>
    node.type === 'NewExpression' && names.includes(named(node.callee));
const callsTo =
  (...names: string[]) =>
  (node: Node) =>
    node.type === 'CallExpression' && names.includes(named(node.callee));
const touches =
  (...names: string[]) =>
  (node: Node) =>
    (node.type === 'MemberExpression' && names.includes(named(node.property))) ||
    (node.type === 'Property' && names.includes(named(node.key)));
const sets = (name: string, value: unknown) => (node: Node) =>
  node.type === 'Property' && named(node.key) === name && (node.value as Node).value === value;
const attribute =
  (...names: string[]) =>
  (node: Node) =>
    node.type === 'JSXAttribute' && names.includes(String((node.name as Node).name));
/** Text between quotes or back-ticks. */
const texts = (file: SourceFile): readonly string[] =>
  file.nodes.flatMap((node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') return [node.value];
    if (node.type === 'TemplateElement') return [String((node.value as { readonly raw: string }).raw)];
    return [];
  });

const dangerousSwitches =
  /^(-{0,2})(no-sandbox|disable-web-security|remote-debugging-(port|pipe)|js-flags|host-rules|ignore-certificate-errors|allow-running-insecure-content|disable-site-isolation-trials|unsafely-treat-insecure-origin-as-secure)(=|$)/;

export const rules: readonly Rule[] = [
  {
    row: 'E2',
    says: 'windows and views are made by src/main/window.ts only',
    except: ['src/main/window.ts'],
    broken: (file) => some(file, makes('BrowserWindow', 'WebContentsView', 'BrowserView', 'BaseWindow')),
    weakened: [['src/main/x.ts', 'new BrowserWindow({ webPreferences: { sandbox: true } })']],
  },
  {
    row: 'E3',
    says: 'no preference is ever weakened',
    broken: (file) =>
      ['contextIsolation', 'sandbox', 'webSecurity', 'safeDialogs'].some((name) => some(file, sets(name, false))) ||
      [
        'nodeIntegration',
        'nodeIntegrationInWorker',
        'nodeIntegrationInSubFrames',
        'allowRunningInsecureContent',
        'experimentalFeatures',
        'webviewTag',
        'navigateOnDragDrop',
      ].some((name) => some(file, sets(name, true))) ||
      some(file, touches('enableBlinkFeatures')),
    weakened: [
      ['src/main/window.ts', 'const p = { sandbox: false }'],
      ['src/main/window.ts', 'const p = { nodeIntegration: true }'],
      ['src/main/window.ts', "const p = { enableBlinkFeatures: 'X' }"],
    ],
  },
  {
    row: 'E4',
    says: 'no switch that opens Chromium up is set',
    where: /^src\/|^scripts\/(start|dev|package|build)/,
    // Asks whether the user gave it; setting it is for the scripts that run as root.
    except: ['src/main/index.ts'],
    broken: (file) =>
      file.path.startsWith('src/')
        ? texts(file).some((text) => dangerousSwitches.test(text))
        : texts(file).some((text) => dangerousSwitches.test(text) && !/no-sandbox/.test(text)),
    weakened: [
      ['src/main/guards.ts', "app.commandLine.appendSwitch('disable-web-security')"],
      ['src/main/guards.ts', "app.commandLine.appendSwitch('js-flags', '--expose-gc')"],
      ['src/main/guards.ts', "app.commandLine.appendSwitch('remote-debugging-port', '9222')"],
    ],
  },
  {
    row: 'E6',
    says: 'nothing but src/preload/index.ts puts names on the page, once',
    broken: (file) => {
      const exposures = file.nodes.filter(callsTo('exposeInMainWorld', 'exposeInIsolatedWorld')).length;
      return file.path === 'src/preload/index.ts' ? exposures !== 1 : exposures > 0;
    },
    weakened: [
      ['src/preload/more.ts', "contextBridge.exposeInMainWorld('ipc', ipcRenderer)"],
      ['src/preload/index.ts', "contextBridge.exposeInMainWorld('a', {}); contextBridge.exposeInMainWorld('b', {})"],
    ],
  },
  {
    row: 'E7',
    says: 'one asynchronous channel each way: no synchronous calls, no listeners beside src/main/ipc.ts',
    broken: (file) =>
      some(file, touches('sendSync', 'returnValue', 'sendToHost', 'postMessageToFrame')) ||
      some(
        file,
        (node) =>
          node.type === 'CallExpression' &&
          /^(on|once|handle|handleOnce|addListener)$/.test(named(node.callee)) &&
          named((node.callee as { readonly object?: unknown }).object) === 'ipcMain' &&
          file.path !== 'src/main/ipc.ts',
      ),
    weakened: [
      ['src/main/x.ts', "ipcMain.on('save', (event) => { event.returnValue = 1 })"],
      ['src/main/x.ts', "ipcMain.handle('save', () => 1)"],
      ['src/preload/index.ts', "ipcRenderer.sendSync('save')"],
    ],
  },
  {
    row: 'E11',
    says: 'no page is loaded from a file',
    broken: (file) => some(file, callsTo('loadFile')) || texts(file).some((text) => /^file:\/\//.test(text)),
    weakened: [
      ['src/main/window.ts', "window.loadFile('index.html')"],
      ['src/main/window.ts', "window.loadURL('file:///index.html')"],
    ],
  },
  {
    row: 'E20',
    says: 'no proxy is set and no certificate judged',
    broken: (file) =>
      some(file, callsTo('setProxy', 'setCertificateVerifyProc', 'importCertificate')) ||
      texts(file).includes('certificate-error'),
    weakened: [
      ['src/main/guards.ts', "session.setProxy({ proxyRules: 'x' })"],
      ['src/main/guards.ts', "app.on('certificate-error', (e, w, u, x, c, cb) => cb(true))"],
      ['src/main/guards.ts', 'session.setCertificateVerifyProc((r, cb) => cb(0))'],
    ],
  },
  {
    row: 'E21',
    says: 'the outside is opened by src/main/desktop.ts only',
    except: ['src/main/desktop.ts'],
    broken: (file) =>
      some(file, touches('openExternal', 'openPath', 'showItemInFolder', 'trashItem', 'writeShortcutLink')),
    weakened: [
      ['src/main/x.ts', 'shell.openExternal(url)'],
      ['src/main/x.ts', 'void shell.openPath(path)'],
      ['src/main/x.ts', 'shell.showItemInFolder(path)'],
    ],
  },
  {
    row: 'E29',
    says: 'no remote module, no old views, no script or style put into a page from outside',
    broken: (file) =>
      file.imports.some(({ from }) => from.startsWith('@electron/remote')) ||
      some(file, touches('executeJavaScript', 'executeJavaScriptInIsolatedWorld', 'insertCSS', 'enableRemoteModule')) ||
      some(file, makes('BrowserView')),
    weakened: [
      ['src/main/x.ts', "import { enable } from '@electron/remote/main'"],
      ['src/main/x.ts', 'window.webContents.executeJavaScript(code)'],
      ['src/preload/x.ts', 'webFrame.insertCSS(css)'],
    ],
  },
  {
    row: 'E30',
    says: 'no markup is written into the page as text',
    broken: (file) =>
      some(
        file,
        (node) =>
          node.type === 'AssignmentExpression' &&
          /^(innerHTML|outerHTML|srcdoc|onclick|onload|onerror)$/.test(named(node.left)),
      ) ||
      some(
        file,
        callsTo('insertAdjacentHTML', 'createContextualFragment', 'setHTMLUnsafe', 'parseHTMLUnsafe', 'eval'),
      ) ||
      some(file, (node) => callsTo('write', 'writeln')(node) && named((node.callee as Node).object) === 'document') ||
      some(file, makes('Function')) ||
      some(file, attribute('dangerouslySetInnerHTML', 'srcDoc')) ||
      some(file, touches('dangerouslySetInnerHTML')),
    weakened: [
      ['src/renderer/x.ts', 'element.innerHTML = text'],
      ['src/renderer/x.ts', "element['outerHTML'] = text"],
      ['src/renderer/x.ts', "element.insertAdjacentHTML('beforeend', text)"],
      ['src/renderer/x.ts', 'document.write(text)'],
      ['src/renderer/x.tsx', 'const a = <div dangerouslySetInnerHTML={{ __html: text }} />'],
      ['src/renderer/x.tsx', 'const a = <iframe srcDoc={text} />'],
      ['src/renderer/x.ts', 'frame.srcdoc = text'],
      ['src/renderer/x.ts', "new Function('return 1')"],
    ],
  },
  {
    row: 'E34',
    says: 'SQL is constant text: values are bound, only names from our own tables stand in it',
    where: /^src\/main\/store\//,
    broken: (file) =>
      some(file, (node) => {
        if (!callsTo('prepare', 'exec')(node)) return false;
        const sql = (node.arguments as readonly Node[])[0];
        return sql?.type === 'BinaryExpression' || (sql?.type === 'CallExpression' && named(sql.callee) === 'concat');
      }),
    weakened: [
      ['src/main/store/x.ts', "db.prepare('SELECT * FROM piece WHERE id = ' + id)"],
      ['src/main/store/x.ts', "db.exec('DROP TABLE '.concat(name))"],
    ],
  },
  {
    row: 'E35',
    says: 'ids and tokens never come from Math.random',
    broken: (file) =>
      some(
        file,
        (node) =>
          node.type === 'MemberExpression' &&
          named(node.property) === 'random' &&
          (node.object as Node).type === 'Identifier' &&
          (node.object as Node).name === 'Math',
      ),
    weakened: [['src/main/x.ts', 'const id = Math.random().toString(36)']],
  },
  {
    row: 'E37',
    says: 'no crash report is sent anywhere',
    broken: (file) =>
      some(file, touches('crashReporter')) || file.nodes.some((node) => named(node) === 'crashReporter'),
    weakened: [['src/main/x.ts', "import { crashReporter } from 'electron'; crashReporter.start({})"]],
  },
  {
    row: 'E14',
    says: 'no code of ours asks the network for anything',
    broken: (file) =>
      some(file, makes('WebSocket', 'EventSource', 'XMLHttpRequest', 'RTCPeerConnection')) ||
      some(file, callsTo('sendBeacon')) ||
      file.imports.some(({ from }) => /^node:(http|https|http2|net|tls|dgram|dns)(\/|$)/.test(from)) ||
      (!file.path.startsWith('src/renderer/') && some(file, callsTo('fetch'))),
    weakened: [
      ['src/main/x.ts', "import { request } from 'node:https'"],
      ['src/main/x.ts', "await fetch('https://example.com')"],
      ['src/renderer/x.ts', "new WebSocket('wss://example.com')"],
    ],
  },
];

/** The rules a file breaks. */
export const securityFaults = (file: SourceFile): readonly string[] =>
  rules
    .filter((rule) => (rule.where ?? /^src\//).test(file.path) && !rule.except?.includes(file.path))
    .filter((rule) => rule.broken(file))
    .map((rule) => `${file.path} (${rule.row}): ${rule.says}`);
