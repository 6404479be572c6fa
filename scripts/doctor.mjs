/**
 * npm run doctor [-- --json]: what is in use and what is missing, each with its remedy. It installs
 * and changes nothing. Exit code 1 when something that is needed is missing.
 */
import { diagnose } from './doctor/diagnose.mjs';
import { main } from './setup/say.mjs';

main(async (args) => {
  const findings = await diagnose();
  const ok = findings.every(({ state }) => state !== 'missing');
  process.stdout.write(args.includes('--json') ? asJson(findings, ok) : asText(findings, ok));
  return ok ? 0 : 1;
});

const asJson = (findings, ok) => `${JSON.stringify({ ok, findings }, undefined, 2)}\n`;

function asText(findings, ok) {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const lines = findings.flatMap(({ name, state, detail, remedy }) => [
    `${SIGN[state]} ${name.padEnd(width)}  ${detail}`,
    ...(remedy ? [`  ${' '.repeat(width)}  → ${remedy}`] : []),
  ]);
  return `${lines.join('\n')}\n\n${ok ? 'Everything that is needed is here.' : 'Something is missing: npm start installs what it may, or follow the arrows.'}\n`;
}

const SIGN = { ok: '✓', warning: '!', missing: '✗' };
