import type * as z from 'zod';
import { operations } from '../../../../lib/contract/operations.ts';
import type { figures } from '../../../../lib/contract/statistics.ts';
import { askAgain } from './ask-again.ts';
import type { VisitView } from './await-notices.ts';
import { carryOutVisits } from './carry-out-visits.ts';
import { mostTelling, readNotice } from './choose-notice.ts';
import { grouped } from './display-width.ts';
import type { Scene } from './scene.ts';

type Figures = z.output<typeof figures>;

const showNotice = async ({ api, narrate }: Scene, visits: readonly VisitView[]): Promise<void> => {
  const shown = mostTelling(visits);
  if (!shown) throw new Error('no visit has a notice to show');
  const { text } = await narrate.step(
    'Read one notice 阅读通知',
    () => readNotice(api, shown),
    () => ['opened and acknowledged by its signed link, as the business would; in full:'],
  );
  narrate.lines('', ...text.split('\n').map((line) => `     │ ${line}`.trimEnd()), '');
};

/** The district's figures over the horizon, which must be those of the visits that were carried out. */
const count = async ({ api, horizon }: Scene, visits: readonly VisitView[]): Promise<Figures> => {
  const admin = await api.as({ role: 'admin' });
  const query = { from: horizon.notBefore, to: horizon.due };
  const { total } = await admin.call(operations['get-statistics'], { query });
  if (total.visits !== visits.length || total.avoided !== total.requestsDone - total.visits) {
    throw new Error(`the figures don't add up: ${JSON.stringify(total)} after ${visits.length} visits`);
  }
  return total;
};

/** From visits to what they came to: one notice in full, check-ins and results, recognition of these, figures. */
export const visitsToFigures = async (scene: Scene, visits: readonly VisitView[]): Promise<Figures> => {
  const { api, catalogue, horizon, narrate } = scene;
  await showNotice(scene, visits);
  await narrate.step(
    'Carry out 入企检查',
    () => carryOutVisits(api, visits),
    ({ visits: done, sheets }) => [
      `${grouped(done)} check-ins 签到, ${grouped(sheets)} result sheets 检查结果, ahead of their days, which the record notes`,
    ],
  );
  await narrate.step(
    'Ask again 结果互认',
    () => askAgain(api, visits, catalogue, horizon),
    ({ requests, satisfied }) => [
      `health asks all ${requests} hotels for their licences: ${satisfied} need no visit, what others saw there still holds`,
    ],
  );
  return count(scene, visits);
};
