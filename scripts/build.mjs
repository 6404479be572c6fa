/** npm run build: the studio and the command line, built anew where their sources changed. */
import { ready } from './setup/index.mjs';
import { main, say } from './setup/say.mjs';

main(async () => {
  await ready({ builds: ['studio', 'cli'] });
  say('Build: out/ is up to date');
});
