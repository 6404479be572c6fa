import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the app finds itself: unpacked in a checkout, or inside a package. */
export type Place = { readonly packaged: boolean; readonly appPath: string; readonly resourcesPath: string };

/** The folder with the shipped sample images and lists: `resources/` of the checkout, or inside the package's archive. */
export const resourcesFolder = (place: Place): string => join(place.appPath, 'resources');

/**
 * The SQLite addon for runtimes whose Node-API is older than 10: named by the environment in a checkout, shipped
 * beside the app in a package built on such a runtime. Null leaves the choice to the store.
 */
export function sqliteBinding(place: Place, named: string | undefined): string | null {
  if (!place.packaged && named !== undefined && named !== '') return named;
  const shipped = join(place.resourcesPath, 'better_sqlite3.node');
  return place.packaged && existsSync(shipped) ? shipped : null;
}
