/** npm run check [-- --quick]: "ready to commit". The same checks as npm test; --quick leaves out end-to-end. */
import { runChecks } from './checks/index.mjs';
import { main } from './setup/say.mjs';

main(runChecks);
