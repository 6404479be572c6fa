import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureCompiler } from './compiler.mjs';
import { made, makeOnce } from './make-once.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { Problem, say } from './say.mjs';

/** The Node-API version of better-sqlite3's prebuilt binary. Loaded into less, it kills the process. */
const PREBUILT_NEEDS = 10;
/** Electron 36 is the first whose Node has that version. */
const ELECTRON_HAS = 36;

const header = fileURLToPath(new URL('napi-compat.h', import.meta.url));
const FILE = 'better_sqlite3.node';

const COMMON = ['-O2', '-fPIC', '-DNDEBUG'];
const C = ['-std=c99', '-w'];
const CXX = [
  '-std=c++20',
  '-w',
  '-fvisibility=hidden',
  '-fvisibility-inlines-hidden',
  '-DNAPI_VERSION=9',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  '-DBUILDING_NODE_EXTENSION',
];
const LINK = {
  linux: ['-shared', '-static-libstdc++', '-static-libgcc', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'],
  darwin: ['-bundle', '-undefined', 'dynamic_lookup'],
};

export const nodeNeedsBinding = () => Number(process.versions.napi) < PREBUILT_NEEDS;

export const electronNeedsBinding = (version) => Number.parseInt(version, 10) < ELECTRON_HAS;

/** The binding's path if it was built; for those that only report. */
export function builtBinding() {
  const folder = made(bindingName());
  return folder && join(folder, FILE);
}

let building;

/** better-sqlite3 compiled for older Node-API, from the source in its own package. */
export async function sqliteBinding() {
  const built = builtBinding();
  if (built) return built;
  // Asked for again while it is being built (another step failed and was left out): the same build.
  building ??= build();
  return building;
}

async function build() {
  if (!LINK[process.platform]) {
    throw new Problem(`better-sqlite3 needs Node 22.14 or newer on this system; this is ${process.version}.`);
  }
  const folder = await makeOnce(bindingName(), async (draft) => {
    say('SQLite: compiling a binding for older Node-API (about 40 s, once)');
    await ensureCompiler();
    await compile(draft);
    await tryOut(join(draft, FILE));
    say('SQLite: binding ready');
  });
  return join(folder, FILE);
}

const packageFolder = () => join(root, 'node_modules', 'better-sqlite3');

function bindingName() {
  const { version } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8'));
  const recipe = createHash('sha256')
    .update(readFileSync(header))
    .update(JSON.stringify([COMMON, C, CXX, LINK]))
    .digest('hex')
    .slice(0, 8);
  return `better-sqlite3-${version}-${process.platform}-${process.arch}-${recipe}`;
}

async function compile(draft) {
  const folder = packageFolder();
  const require = createRequire(join(folder, 'package.json'));
  const sqlite = join(folder, 'deps', 'sqlite3');
  const includes = [
    sqlite,
    join(root, 'node_modules', 'node-api-headers', 'include'),
    dirname(require.resolve('node-addon-api/package.json')),
  ].map((path) => `-I${path}`);
  const defines = readDefines(readFileSync(join(folder, 'deps', 'defines.gypi'), 'utf8')).map((name) => `-D${name}`);
  const failure =
    'better-sqlite3 could not be compiled. Install a current C and C++ compiler (C++20), or use Node 22.14 or newer.';
  const object = (name) => join(draft, `${name}.o`);

  await Promise.all([
    run('cc', [...COMMON, ...C, ...defines, '-c', join(sqlite, 'sqlite3.c'), '-o', object('sqlite3')], {
      label: 'compiling SQLite',
      failure,
    }),
    run(
      'c++',
      [
        ...COMMON,
        ...CXX,
        ...includes,
        '-include',
        header,
        '-c',
        join(folder, 'src', 'better_sqlite3.cpp'),
        '-o',
        object('binding'),
      ],
      { failure },
    ),
  ]);
  await run('c++', [...LINK[process.platform], object('sqlite3'), object('binding'), '-o', join(draft, FILE)], {
    failure,
  });
  for (const name of ['sqlite3', 'binding']) rmSync(object(name));
}

/** The quoted names of deps/defines.gypi: SQLite's options, exactly as the package ships them. */
export function readDefines(gypi) {
  const list = gypi.slice(gypi.indexOf("'defines'"));
  return [...list.matchAll(/'([A-Z][A-Z0-9_]*(?:=[^']*)?)'/g)].map(([, define]) => define);
}

/** In a process of its own: a binding that does not fit crashes rather than throws. */
async function tryOut(binding) {
  const script = `
    const Database = require('better-sqlite3')
    const db = new Database(':memory:', { nativeBinding: process.argv[1] })
    db.exec("CREATE VIRTUAL TABLE words USING fts5(text); INSERT INTO words VALUES ('juzhen')")
    const found = db.prepare("SELECT count(*) AS n FROM words WHERE words MATCH 'juzhen'").get().n
    db.close()
    if (found !== 1) throw new Error('search found nothing')
  `;
  await run(process.execPath, ['-e', script, binding], {
    cwd: root,
    failure: 'The compiled SQLite binding does not work. Please report this with the lines above.',
  });
}
