/** npm run soak [-- NAME …] [-- --list]: runs the long campaigns of bench/soak/, or those that are named. */
import { runFolder } from './bench/run-folder.mjs';
import { main } from './setup/say.mjs';

main((args) => runFolder('bench/soak', args));
