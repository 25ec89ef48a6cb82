import { secondJudge } from '../judge/second.ts';
import { sentJudge } from '../judge/sent.ts';

/** The judges' schemas are made before the first test, and not while the first test of every file waits. */
export async function setup(): Promise<void> {
  await Promise.all([secondJudge(), sentJudge()]);
}
