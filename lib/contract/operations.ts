import { answerOperations } from './answer-operations.ts';
import { catalogueOperations } from './catalogue-operations.ts';
import { centreOperations } from './centre-operations.ts';
import { consolidationOperations } from './consolidation-operations.ts';
import { deliveryOperations } from './delivery-operations.ts';
import { drawOperations } from './draw-operations.ts';
import { fieldOperations } from './field-operations.ts';
import { findingOperations } from './finding-operations.ts';
import { importOperations } from './import-operations.ts';
import { incidentOperations } from './incident-operations.ts';
import { noticeOperations } from './notice-operations.ts';
import { planOperations } from './plan-operations.ts';
import { publicOperations } from './public-operations.ts';
import { publicationOperations } from './publication-operations.ts';
import { recordOperations } from './record-operations.ts';
import { repairOperations } from './repair-operations.ts';
import { scenarioOperations } from './scenario-operations.ts';
import { statisticsOperations } from './statistics-operations.ts';
import { streetOperations } from './street-operations.ts';
import { visitOperations } from './visit-operations.ts';

/** The operations by area, each area in a file of its own so that a function carries no more than its area, and in a stack of its own. */
export const areas = {
  catalogue: catalogueOperations,
  imports: importOperations,
  plans: planOperations,
  draws: drawOperations,
  consolidations: consolidationOperations,
  centre: centreOperations,
  visits: visitOperations,
  repairs: repairOperations,
  streets: streetOperations,
  field: fieldOperations,
  findings: findingOperations,
  notices: noticeOperations,
  answers: answerOperations,
  delivery: deliveryOperations,
  scenarios: scenarioOperations,
  statistics: statisticsOperations,
  public: publicOperations,
  records: recordOperations,
  incidents: incidentOperations,
  publication: publicationOperations,
} as const;

/** Every operation of the product. A route that is not here does not exist. */
export const operations = {
  ...areas.catalogue,
  ...areas.imports,
  ...areas.plans,
  ...areas.draws,
  ...areas.consolidations,
  ...areas.centre,
  ...areas.visits,
  ...areas.repairs,
  ...areas.streets,
  ...areas.field,
  ...areas.findings,
  ...areas.notices,
  ...areas.answers,
  ...areas.delivery,
  ...areas.scenarios,
  ...areas.statistics,
  ...areas.public,
  ...areas.records,
  ...areas.incidents,
  ...areas.publication,
} as const;

export type OperationName = keyof typeof operations;
