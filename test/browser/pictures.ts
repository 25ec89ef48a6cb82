/**
 * The pictures of the README, of a desk that has just been started with its demo tickets:
 * `npm start`, then `node --import tsx test/browser/pictures.ts http://127.0.0.1:3001`.
 */
import { launch, PersonOnPage } from './person.ts';

const [url = 'http://127.0.0.1:3001'] = process.argv.slice(2);
const browser = await launch();

const ana = await PersonOnPage.open(browser, url, 'ana');
await ana.goTo('support-desk');
await ana.message('T-1016').waitFor();
const card = ana.message('T-1013');
await ana.openThread(card);
const top = (await ana.main.getByRole('log').first().locator('..').boundingBox())?.y ?? 0;
await card.hover();
await ana.page.mouse.wheel(0, ((await card.boundingBox())?.y ?? top) - top);
await ana.conversations.hover();
await ana.draw('docs/pictures/desk.png');

const priya = await PersonOnPage.open(browser, url, 'priya');
await priya.goToApp('Messages');
await priya.openThread(priya.message('T-1001'));
await priya.draw('docs/pictures/requester.png');

const marta = await PersonOnPage.open(browser, url, 'marta');
await marta.goToApp('Messages');
await marta.message('T-1013').waitFor();
await marta.draw('docs/pictures/manager.png');

await browser.close();
