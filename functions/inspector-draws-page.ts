import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { publicInspectorDraws } from '../lib/app/draws/public-inspector-draws.ts';
import { repeatInspectorDraws } from '../lib/app/draws/repeat-inspector-draws.ts';
import { drawOperations } from '../lib/contract/draw-operations.ts';
import { isRefusal } from '../lib/domain/refusal.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { inspectorDrawsPage } from '../web/inspector-draws-page.ts';
import { problemPage } from '../web/page-frame.ts';

const table = tableFromEnvironment();
const ports = {
  consolidations: dynamoConsolidations(table),
  visits: dynamoVisits(table),
  ownDistrict: districtFromEnvironment(),
};

export const handler = pageFunction(
  drawOperations['inspector-draws-page'],
  async ({ params: { consolidationId = '' }, language, now }) => {
    const view = await publicInspectorDraws(ports, { params: { consolidationId }, query: { limit: 500 }, now });
    if (isRefusal(view)) return view;
    return { html: inspectorDrawsPage(view, view.file ? repeatInspectorDraws(view.file) : [], language) };
  },
  problemPage,
  systemClock,
);
