/** npm run bench [-- NAME … --OPTION …] [-- --list]: runs the measurements of bench/, or those that are named. */
import { runFolder } from './bench/run-folder.mjs';
import { main } from './setup/say.mjs';

main((args) => runFolder('bench', args));
