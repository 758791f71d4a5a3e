// Opens pages in Chromium and prints what it finds as JSON: node browser.cjs CHROMIUM PROFILE PAGE…
// What a page is asked is in `look`; tests/web/test_in_a_browser.py says what the answers have to be.
const { readFileSync } = require("node:fs");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SWITCHES = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const NARROW = { width: 320, height: 640 };
const MIDDLING = { width: 768, height: 1024 };
const WIDE = { width: 1366, height: 768 };
const [executablePath, profile, ...pages] = process.argv.slice(2);

// What axe holds against the page, a line a finding with the first element it is about.
async function axe(page) {
  const { violations } = await page.evaluate((rules) => axe.run({ runOnly: rules }), RULES);
  return violations.map((each) => `${each.id}: ${each.nodes[0].target} ${each.nodes[0].failureSummary}`);
}

// The elements that stick out of the screen to the right.
function tooWide() {
  return [...document.querySelectorAll("body *")]
    .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .filter((each) => getComputedStyle(each).clipPath === "none" && !each.closest("caption, thead"))
    .map((each) => `${each.tagName} ${each.textContent.slice(0, 60)}`);
}

// The words of column titles and of a box's labels that a line's end breaks, but for very long ones and letters as wide as high, which part anywhere.
function broken() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange(), found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const title = node.parentElement.closest("thead th:not(.long), .box tbody th");
    if (!title || getComputedStyle(title.closest("thead, tbody")).clipPath !== "none") continue;
    if (title.closest("tbody") && title.textContent.split(/\s+/).some((word) => word.length > 30)) continue;
    for (const word of node.textContent.matchAll(/[^\s/\uff01-\uff5e]+/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((each) => each.top)).size > 1) found.push(word[0]);
    }
  }
  return found;
}

// The links, and those that the keyboard alone comes to, each with a visible focus.
async function keyboard(page) {
  const links = await page.$$eval("a", (all) => all.map((each) => each.getAttribute("href")));
  const reached = [];
  await page.evaluate(() => document.activeElement.blur());
  for (let count = 0; count < links.length; count += 1) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(() => {
      const link = document.activeElement;
      const seen = getComputedStyle(link).outlineStyle !== "none" && link.getBoundingClientRect().left >= 0;
      return seen ? link.getAttribute("href") : `unseen ${link.tagName}`;
    }));
  }
  return { links, reached };
}

// The links within the page that lead nowhere.
function astray() {
  return [...document.querySelectorAll('a[href^="#"]')]
    .map((each) => decodeURIComponent(each.hash.slice(1)))
    .filter((name) => !document.getElementById(name));
}

// How many tables, rows and cells a screen reader is told of.
async function tables(session) {
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const told = nodes.filter((each) => !each.ignored).map((each) => each.role.value);
  const roles = [["table"], ["row"], ["cell", "gridcell", "columnheader", "rowheader"]];
  return roles.map((names) => told.filter((role) => names.includes(role)).length);
}

// Whether the policy holds: a script, a style and a picture put into the page have no effect.
async function policy(page) {
  return page.evaluate(async () => {
    const before = getComputedStyle(document.body).color;
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    const style = document.createElement("style");
    style.textContent = "body { color: rgb(1, 2, 3) !important }";
    document.head.append(script, style);
    const loaded = await new Promise((done) => {
      const picture = new Image();
      picture.onload = () => done(true);
      picture.onerror = () => done(false);
      picture.src = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
    });
    return !window.ran && getComputedStyle(document.body).color === before && !loaded;
  });
}

async function look(context, path) {
  const page = await context.newPage();
  const said = [], asked = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => asked.push(request.url()));
  await page.setViewportSize(WIDE);
  const address = pathToFileURL(path).href;
  const started = performance.now();
  await page.goto(address);
  await page.evaluate(() => document.body.getBoundingClientRect().height);
  const seconds = (performance.now() - started) / 1000;
  const found = { seconds, said: [...said], asked: asked.filter((each) => each !== address), findings: {}, tables: {}, tooWide: {}, broken: {} };
  const session = await context.newCDPSession(page);
  found.keyboard = await keyboard(page);
  found.astray = await page.evaluate(astray);
  await page.evaluate(AXE);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const [name, size] of Object.entries({ wide: WIDE, narrow: NARROW })) {
      await page.setViewportSize(size);
      found.findings[`${colorScheme} ${name}`] = await axe(page);
      found.tables[name] = await tables(session);
    }
  }
  for (const size of [WIDE, MIDDLING, NARROW]) {
    await page.setViewportSize(size);
    found.tooWide[size.width] = await page.evaluate(tooWide);
    found.broken[size.width] = await page.evaluate(broken);
  }
  found.policy = await policy(page);
  await page.close();
  return found;
}

(async () => {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath, args: SWITCHES, bypassCSP: false, headless: true,
  });
  const found = {};
  for (const path of pages) found[path] = await look(context, path);
  await context.close();
  console.log(JSON.stringify(found));
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
