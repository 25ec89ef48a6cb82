/**
 * Every screen of local-slack on four sheets in `docs/pictures/`, light and dark, wide and narrow, to be looked at:
 * `node --import tsx test/browser/pictures-local-slack.ts`
 */
import type { Browser } from 'playwright-core';
import { workspace } from '../local-slack/workspace.ts';
import { launch } from './person.ts';
import { busyApp, screens } from './screens.ts';

type Look = { scheme: 'light' | 'dark'; width: number; columns: number; scale: number };
const LOOKS: Look[] = (['light', 'dark'] as const).flatMap((scheme) => [
  { scheme, width: 1400, columns: 3, scale: 0.5 },
  { scheme, width: 420, columns: 8, scale: 0.6 },
]);
const HEIGHT = 900;

/** One picture of every screen, as data addresses. */
async function shots(browser: Browser, { scheme, width }: Look): Promise<[string, string][]> {
  const on = await workspace();
  await busyApp(on);
  const context = await browser.newContext({ viewport: { width, height: HEIGHT }, colorScheme: scheme });
  const page = await context.newPage();
  await page.goto(`${on.url}/archives/${on.ids.channels['general']}?as=ana`);
  await page.getByRole('main', { name: 'general' }).waitFor();
  const taken: [string, string][] = [];
  for (const [name, open, leave] of screens) {
    await open(page, on);
    await page.waitForTimeout(400); // motion comes to rest
    taken.push([name, `data:image/png;base64,${(await page.screenshot()).toString('base64')}`]);
    await leave?.(page);
  }
  await context.close();
  return taken;
}

async function sheet(browser: Browser, look: Look): Promise<void> {
  const { scheme, width, columns, scale } = look;
  const figures = (await shots(browser, look)).map(
    ([name, image]) => `<figure><img width="${width * scale}" src="${image}"><figcaption>${name}</figcaption></figure>`,
  );
  const page = await browser.newPage({
    viewport: { width: Math.ceil((width * scale + 16) * columns + 16), height: 600 },
  });
  await page.setContent(`<style>
    body { margin: 8px; background: #888; font: 14px sans-serif; display: flex; flex-wrap: wrap }
    figure { margin: 8px } figcaption { padding: 4px 0; color: #fff }</style>${figures.join('')}`);
  const kind = width > 1000 ? 'wide' : 'narrow';
  await page.screenshot({
    path: `docs/pictures/local-slack-${scheme}-${kind}.jpg`,
    type: 'jpeg',
    quality: 60,
    fullPage: true,
  });
  await page.close();
}

const browser = await launch();
for (const look of LOOKS) await sheet(browser, look);
await browser.close();
process.exit(0); // the workspaces go with it
