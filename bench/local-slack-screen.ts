import type { Browser, Page } from 'playwright-core';

const WORDS = 40;
const OPENINGS = 5;
const FRAMES = 240;

/** A person's page on a channel, in a browser context of its own: nothing is kept from before. */
async function open(browser: Browser, url: string, channel: string, as: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  // The time, from the start of the navigation, at which messages are on the screen.
  await page.addInitScript(`globalThis.drawn = new Promise((done) => {
    const look = () => {
      if (document.querySelectorAll('[role=log] article').length > 1) done(performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })`);
  await page.goto(`${url}/archives/${channel}?as=${as}`);
  await page.evaluate('globalThis.drawn');
  return page;
}

export type Opening = { paint: number; drawn: number };

/** How long until something, and until the messages, stand on the screen. */
export async function openings(browser: Browser, url: string, channel: string): Promise<Opening[]> {
  const found: Opening[] = [];
  for (let n = 0; n < OPENINGS; n += 1) {
    const page = await open(browser, url, channel, 'ana');
    const paint = await page.evaluate<number>(
      'performance.getEntriesByType("paint").find((one) => one.name === "first-paint")?.startTime ?? NaN',
    );
    found.push({ paint, drawn: await page.evaluate<number>('globalThis.drawn') });
    await page.context().close();
  }
  return found;
}

const NOW = 'performance.timeOrigin + performance.now()';

/** From the Enter in one window to the frame that shows the words in another, in ms. */
export async function acrossWindows(browser: Browser, url: string, channel: string): Promise<number[]> {
  const ana = await open(browser, url, channel, 'ana');
  const kofi = await open(browser, url, channel, 'kofi');
  await ana.evaluate(
    `addEventListener('keydown', (event) => { if (event.key === 'Enter') globalThis.sent = ${NOW}; }, true)`,
  );
  const times: number[] = [];
  await ana.getByRole('textbox', { name: /^Message to/ }).click();
  for (let n = 0; n < WORDS; n += 1) {
    const words = `across ${n} of ${Date.now()}`;
    const seen = kofi.evaluate<number>(`new Promise((done) => {
      const log = document.querySelector('[role=log]');
      const look = () => {
        if (!log.textContent.includes(${JSON.stringify(words)})) return;
        watch.disconnect();
        // The first frame after the one in which it was drawn: it has been on the screen.
        requestAnimationFrame(() => requestAnimationFrame(() => done(${NOW})));
      };
      const watch = new MutationObserver(look);
      watch.observe(log, { childList: true, subtree: true, characterData: true });
    })`);
    await ana.keyboard.type(words);
    await ana.keyboard.press('Enter');
    times.push((await seen) - (await ana.evaluate<number>('globalThis.sent')));
  }
  await Promise.all([ana, kofi].map((page) => page.context().close()));
  return times;
}

/** Scrolls up through a long channel, so much each frame, and answers how long the frames took. */
export async function scrolling(
  browser: Browser,
  url: string,
  channel: string,
): Promise<{ frames: number[]; drawn: number }> {
  const page = await open(browser, url, channel, 'ana');
  const frames = await page.evaluate<number[]>(`new Promise((done) => {
    const box = document.querySelector('[role=log]').closest('.message-scroll') ?? document.querySelector('[role=log]');
    const frames = [];
    let last = performance.now();
    const step = (now) => {
      frames.push(now - last);
      last = now;
      box.scrollTop -= 300;
      if (frames.length > ${FRAMES}) done(frames.slice(1));
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  })`);
  const drawn = await page.evaluate<number>('document.querySelectorAll("[role=log] article").length');
  await page.context().close();
  return { frames, drawn };
}
