import { dynamoDraws } from '../lib/adapters/dynamo/draws.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { publicDraw } from '../lib/app/draws/public-draws.ts';
import { repeatDraw } from '../lib/app/draws/repeat-draw.ts';
import { drawOperations } from '../lib/contract/draw-operations.ts';
import { isRefusal } from '../lib/domain/refusal.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { drawPage } from '../web/draw-page.ts';
import { problemPage } from '../web/page-frame.ts';

const table = tableFromEnvironment();
const ports = {
  draws: dynamoDraws(table),
  ownDistrict: districtFromEnvironment(),
};

export const handler = pageFunction(
  drawOperations['draw-page'],
  async ({ params: { drawId = '' }, query, language, now }) => {
    const request = { params: { drawId }, query: { district: query.district }, now };
    const view = await publicDraw(ports, request);
    if (isRefusal(view)) return view;
    return { html: drawPage(view, view.file && repeatDraw(view.file), language) };
  },
  problemPage,
  systemClock,
);
