import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { holdAnswers } from './held-answers.mjs';
import { root } from './setup/paths.mjs';
import { sandboxSwitches } from './setup/sandbox.mjs';
import { say } from './setup/say.mjs';
import { workTogether } from './walk-team.mjs';

/** How long a step may take on a slow machine before the walk gives up, in milliseconds. */
const LIMIT = 60_000;
const SIZE = { width: 1440, height: 900 };

/**
 * The main job, done by itself in the real studio: each step acts on the page as a person would and answers what it
 * made, as { path, what }.
 */
const STEPS = [
  { title: 'Opening the sample campaign', act: openSample },
  { title: 'Adapting a piece to every platform it goes to', act: adaptPiece },
  { title: 'Planning a waiting piece', act: planPiece },
  { title: 'Having the plan checked', act: checkPlan },
  { title: 'Looking at the calendar, the library, the campaign, the desk and the settings', act: lookAround },
  { title: 'Exporting the campaign', act: exportCampaign },
  { title: 'Handing pieces over for reading', act: handOver },
  { title: 'Merging what a colleague changed meanwhile', act: mergeBack },
];

/** Walks the studio in a data folder of its own and answers the list of what was made. */
export async function walk({ env, outDir }) {
  mkdirSync(outDir, { recursive: true });
  const folders = [];
  const open = async (...files) => {
    const data = mkdtempSync(join(tmpdir(), 'juzhen-walk-'));
    folders.push(data);
    return opened(env, data, files);
  };
  // Playwright reads which Electron to run from its own environment.
  Object.assign(process.env, env);
  const { app, page } = await open();
  try {
    const made = [];
    for (const step of STEPS) {
      say(`  ${step.title}`);
      made.push(...(await step.act({ app, page, outDir, open })));
    }
    return made;
  } finally {
    await app.close();
    for (const data of folders) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A studio on a data folder, with files to open. */
async function opened(env, data, files) {
  const app = await _electron.launch({
    cwd: root,
    args: [
      ...(await sandboxSwitches()),
      '--log-level=3',
      '--disable-gpu',
      '.',
      `--data-dir=${data}`,
      '--lang=zh',
      '--theme=system',
      ...files,
    ],
    env,
    timeout: LIMIT,
  });
  holdAnswers(app);
  const page = await app.firstWindow({ timeout: LIMIT });
  page.setDefaultTimeout(LIMIT);
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0].setContentSize(size.width, size.height),
    SIZE,
  );
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  return { app, page };
}

async function openSample({ page, outDir }) {
  const made = await pictures({ page, outDir }, 'first-run', 'the three doors of the first run');
  await page.getByTestId('sample-zh').click();
  await page.getByRole('grid').waitFor();
  await settled(page);
  return [...made, ...(await pictures({ page, outDir }, 'matrix', 'accounts by role, day by day'))];
}

async function adaptPiece({ page, outDir }) {
  await go(page, 3);
  await page.getByRole('combobox', { name: '搜内容库' }).fill('台阶');
  await page.getByText('重庆这八百级台阶上').first().dblclick();
  await page.locator('.ProseMirror').waitFor();
  const variants = page.getByRole('complementary').getByRole('listitem');
  await page.waitForFunction((least) => document.querySelectorAll('aside li').length >= least, 4);
  await settled(page);
  say(`    ${await variants.count()} versions, each counted as its platform counts`);
  const made = await pictures({ page, outDir }, 'editor', 'one source and its versions');
  await page.keyboard.press('Control+Shift+A');
  await page.locator('[data-pane="preview"] [data-preview]').waitFor();
  await settled(page);
  return [...made, ...(await pictures({ page, outDir }, 'review', 'what became of each sentence, and why'))];
}

async function planPiece({ page, outDir }) {
  await go(page, 1);
  await page.getByRole('grid').waitFor();
  const slip = page.getByTestId('tray').getByRole('button').first();
  const before = await placements(page);
  await slip.dragTo(await emptyCell(page));
  await page.waitForFunction(async (count) => {
    const answer = await window.studio.call('placement.range', { from: '2000-01-01', to: '2100-01-01' });
    return answer.ok && answer.value.length > count;
  }, before.length);
  await settled(page);
  const known = new Set(before.map(({ id }) => id));
  const added = (await placements(page)).find(({ id }) => !known.has(id));
  say(`    planned: ${added.title}, ${added.day} ${added.time}`);
  const made = await pictures({ page, outDir }, 'matrix-planned', 'the same plan with one more piece');
  const notice = page.getByRole('button', { name: '知道了' });
  if (await notice.isVisible()) await notice.click();
  return made;
}

const placements = async (page) =>
  (await page.evaluate(() => window.studio.call('placement.range', { from: '2000-01-01', to: '2100-01-01' }))).value;

/** An empty cell of the first day after today that has one on screen. */
async function emptyCell(page) {
  const { today } = (await page.evaluate(() => window.studio.call('studio.boot', {}))).value;
  for (let ahead = 1; ahead <= 7; ahead += 1) {
    const day = new Date(Date.parse(today) + ahead * 86_400_000);
    const label = `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
    const cell = page.getByRole('gridcell', { name: new RegExp(`，${label} .*空$`) });
    if ((await cell.count()) > 0) return cell.first();
  }
  throw new Error('The sample leaves no empty day in the week ahead.');
}

async function checkPlan({ page, outDir }) {
  await page.keyboard.press('Control+Shift+K');
  await page.locator('[data-plan-check]').first().waitFor();
  await settled(page);
  const made = await pictures({ page, outDir }, 'plan-check', 'what the plan itself should mend, each with its way');
  await page.keyboard.press('Control+Shift+K');
  return made;
}

async function lookAround({ page, outDir }) {
  const made = [];
  for (const [digit, name, what] of [
    [2, 'calendar', 'the same plan by month'],
    [3, 'library', 'every piece, searched by any substring'],
    [7, 'campaign', 'a campaign: its waves by their rules, phases with what stands at their gates, what is left to do'],
    [8, 'desk', 'the hand-over desk: what is due today, its copy field by field'],
    [5, 'settings', 'language, data, backups, rule packs'],
  ]) {
    await go(page, digit);
    await settled(page);
    if (name === 'library') await page.getByRole('combobox', { name: '搜内容库' }).fill('');
    await settled(page);
    made.push(...(await pictures({ page, outDir }, name, what)));
  }
  return made;
}

async function exportCampaign({ app, page, outDir }) {
  await go(page, 4);
  await page.getByRole('button', { name: /写到文件夹/ }).waitFor();
  await page.getByRole('checkbox', { name: /计划文件/ }).check();
  await settled(page);
  const made = await pictures({ page, outDir }, 'export', 'what will be written, before it is');
  const target = mkdtempSync(join(outDir, '.export-'));
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, target);
  await page.getByRole('button', { name: /写到文件夹/ }).click();
  // A hundred pictures are cut for it.
  const end = Date.now() + 4 * LIMIT;
  const whole = () => readdirSync(target).find((name) => !name.endsWith('.part'));
  while (whole() === undefined && Date.now() < end) await page.waitForTimeout(100);
  const folder = whole();
  if (folder === undefined) throw new Error('The export was not written within four minutes.');
  const place = join(outDir, 'export');
  rmSync(place, { recursive: true, force: true });
  renameSync(join(target, folder), place);
  rmSync(target, { recursive: true, force: true });
  return [...made, ...describe(place)];
}

/** Chosen pieces and versions, as they are handed over for reading. */
async function handOver({ page, outDir }) {
  await go(page, 3);
  await settled(page);
  for (const key of ['x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
  await page.getByRole('button', { name: '送审…' }).click();
  await page.getByRole('checkbox').nth(1).waitFor();
  await settled(page);
  return pictures({ page, outDir }, 'hand-over', 'pieces and versions to hand over for reading');
}

function mergeBack({ app, page, outDir, open }) {
  return workTogether({ app, page, outDir }, { open, pictures, settled });
}

/** What an export holds, by kind: one line for each thing a person would open. */
function describe(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
  const find = (test) => files.find(test);
  const lines = [
    [find((path) => path.endsWith('index.html')), `the copy pack: ${files.length} files, open this page on a phone`],
    [find((path) => path.endsWith('.ics')), 'the plan for any calendar'],
    [find((path) => path.endsWith('.csv')), 'the schedule as a table'],
    [find((path) => path.endsWith('.juzhen')), 'the whole plan, for a colleague'],
  ];
  return lines.filter(([path]) => path !== undefined).map(([path, what]) => ({ path: join(folder, path), what }));
}

const go = (page, digit) => page.keyboard.press(`Control+${digit}`);

/** Long enough for reports, pictures and fonts of a screen to arrive; nothing animates longer. */
const settled = (page) => page.waitForTimeout(1_200);

/** The screen as it stands, light and dark. */
async function pictures({ page, outDir }, name, what) {
  const made = [];
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(250);
    const path = join(outDir, `${name}-${colorScheme}.png`);
    await page.screenshot({ path });
    made.unshift({ path, what: `${what}, ${colorScheme}` });
  }
  return made;
}
