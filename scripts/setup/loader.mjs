/**
 * The default app of the fallback runtime: loads the application that the command line names, as
 * Electron's own default app does. It is ESM with a top-level await, because only then does
 * Electron hold back `ready` until the application has registered its scheme; and it loads the
 * application by import(), because require() cannot load an ESM main on Node 20.18.
 *
 * This file is not imported by the scripts: it is packed into the runtime as default_app.asar.
 */

import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { folder, preloads } = readArguments(process.argv.slice(1));
Module._preloadModules(preloads);

const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`);
app.setAppPath(folder);
await import(pathToFileURL(join(folder, manifest.main)).href);

/** The first word that is no switch is the application; Playwright hooks in by `-r FILE`. */
function readArguments(words) {
  const rest = [...words];
  const preloads = [];
  while (rest.length > 0) {
    const word = rest.shift();
    if (word === '-r' || word === '--require') preloads.push(rest.shift());
    else if (!word.startsWith('-')) return { folder: resolve(word), preloads };
  }
  return { folder: process.cwd(), preloads };
}
