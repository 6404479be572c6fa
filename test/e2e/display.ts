/** Gives each worker a display of its own where there are several, so that no studio takes the focus of another. */
const displays = process.env.JUZHEN_TEST_DISPLAYS?.split(' ') ?? [];
const worker = Number(process.env.VITEST_POOL_ID ?? 1) - 1;
const own = displays[worker % displays.length];
if (own !== undefined) process.env.DISPLAY = own;
