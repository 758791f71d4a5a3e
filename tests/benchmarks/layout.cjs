// Prints the seconds that Chromium takes to lay a page out, by the clock and of its main thread:
// node layout.cjs CHROMIUM PROFILE PAGE
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const SWITCHES = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const [executablePath, profile, path] = process.argv.slice(2);

(async () => {
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: SWITCHES, headless: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const started = performance.now();
  await page.goto(pathToFileURL(path).href);
  await page.evaluate(() => document.body.getBoundingClientRect().height);
  const clock = (performance.now() - started) / 1000;
  const { metrics } = await session.send("Performance.getMetrics");
  const thread = metrics.find((each) => each.name === "TaskDuration").value;
  await context.close();
  console.log(JSON.stringify([clock, thread]));
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
