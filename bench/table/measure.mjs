// Measures one table in a page of its own: milliseconds of the main thread's own time, waits and other programs left out.
const steps = 40;
const stepPixels = 260;

const frames = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))`;

/** Whatever scrolls, each table in its own way. */
const findScroller = () => {
  const scrolls = (part) =>
    /auto|scroll/.test(getComputedStyle(part).overflowY) && part.scrollHeight > part.clientHeight;
  window.scroller = [...document.querySelectorAll("#root *")].find(scrolls);
};

async function spentBy(cdp, work) {
  const read = async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
  const before = await read();
  await work();
  return (await read()) - before;
}

const longest = 60_000;

/** What it costs to draw, search, scroll and change one user. */
export async function measure(browser, what) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${what.url} did not answer`)), longest).unref();
  });
  return Promise.race([measureAll(browser, what), late]);
}

async function measureAll(browser, { url, count }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(15_000);
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  try {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(url);
    const told = await page.evaluate(() => window.bench.ask());
    // A page that has drawn nothing yet, for everyone.
    await page.reload();
    await page.evaluate(([n, keys]) => window.bench.hold(n, keys), [count, told]);
    await page.evaluate(frames);
    const settle = async (ms = 150) => {
      await page.evaluate(frames);
      await page.waitForTimeout(ms);
    };

    const paint = await spentBy(cdp, async () => {
      await page.evaluate(() => window.bench.mount());
      await page.getByText("person2@example.com").waitFor();
      await settle();
    });
    const change = await spentBy(cdp, async () => {
      await page.evaluate(() => {
        window.bench.drawn.clear();
        window.bench.change();
      });
      await page.getByText("Changed").first().waitFor();
      await settle();
    });
    const redrawn = await page.evaluate(() => window.bench.drawn.size);

    await page.evaluate(findScroller);
    const scrolls = [];
    for (let step = 0; step < steps; step++) {
      const move = () => page.evaluate(`window.scroller.scrollTop += ${stepPixels}; ${frames}`);
      // oxlint-disable-next-line no-await-in-loop -- one step after the other
      scrolls.push(await spentBy(cdp, move));
    }
    const moved = await page.evaluate(() => window.scroller.scrollTop);
    if (moved === 0) throw new Error(`${url} did not scroll`);
    const nodes = await page.evaluate(() => document.querySelectorAll("#root *").length);

    const input = page.locator("input[type=search]");
    await input.focus();
    await settle();
    const key = await spentBy(cdp, async () => {
      await page.keyboard.press("9");
      // As long as any of them waits before it searches.
      await settle(500);
    });
    if (faults.length > 0) throw new Error(faults.join("\n"));
    const scroll = scrolls.reduce((sum, each) => sum + each, 0);
    return { paint, key, scroll, change, redrawn, nodes, worst: Math.max(key, change, ...scrolls) };
  } finally {
    await page.close();
  }
}
