/** npm test [-- [--only NAME] [--quick] [vitest patterns]]: installs what is missing and runs every check. */
import { runChecks } from './checks/index.mjs';
import { main } from './setup/say.mjs';

main(runChecks);
