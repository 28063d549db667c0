import type { operations } from '../operations.ts';
import type { BodyExamplesOf } from './body-examples-of.ts';
import { catalogueExamples, importExamples } from './catalogue-examples.ts';
import { answerExamples, findingExamples } from './finding-examples.ts';
import { deliveryExamples, noticeExamples, publicationExamples } from './notice-examples.ts';
import { consolidationExamples, drawExamples, planExamples, scenarioExamples } from './plan-examples.ts';
import { fieldExamples, incidentExamples, repairExamples, streetExamples, visitExamples } from './visit-examples.ts';

/** A body for every operation that takes one: in the documents, and what the tests send. Only the documents import it. */
export const bodyExamples = {
  ...catalogueExamples,
  ...importExamples,
  ...planExamples,
  ...drawExamples,
  ...consolidationExamples,
  ...visitExamples,
  ...repairExamples,
  ...streetExamples,
  ...fieldExamples,
  ...findingExamples,
  ...noticeExamples,
  ...answerExamples,
  ...deliveryExamples,
  ...scenarioExamples,
  ...incidentExamples,
  ...publicationExamples,
} satisfies BodyExamplesOf<typeof operations>;
