/**
 * Stands in every bundle for the SDK's event streams, which it loads only for operations that stream events: DynamoDB,
 * SQS, SES and SNS have none. Whoever calls one that has is told so here.
 */
export class EventStreamSerde {
  constructor() {
    throw new Error('bundles leave out event streams: see infra/bundle.ts');
  }
}
