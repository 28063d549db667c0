import * as z from 'zod';

const text = z.string();

const eventDestination = z.object({
  ConfigurationSetName: text,
  EventDestination: z.object({
    Enabled: z.literal(true),
    MatchingEventTypes: z.array(text),
    SnsDestination: z.object({ TopicARN: text }),
  }),
});
// Without raw delivery a queue would get each event wrapped in one of the topic's own.
const subscription = z.object({
  TopicArn: text,
  Endpoint: text,
  Protocol: z.literal('sqs'),
  RawMessageDelivery: z.literal(true),
});
const logGroup = z.object({ LogGroupName: text.optional() });
const subscriptionFilter = z.object({ LogGroupName: text, DestinationArn: text, FilterPattern: z.literal('') });

/** What a configuration set of SES publishes, and into which queues. */
export type LocalEmailReports = {
  readonly configurationSet: string;
  /** Types of events, in small letters. */
  readonly events: readonly string[];
  readonly queueNames: readonly string[];
};
/** A function that gets every line of a log group. */
export type LocalLogSubscription = {
  readonly logGroup: string;
  readonly filterName: string;
  readonly functionName: string;
};

/** The resources of a type, by logical id, with every reference resolved. */
export type OfType = <Schema extends z.ZodType>(
  type: string,
  schema: Schema,
) => readonly (readonly [string, z.output<Schema>])[];

/** The way back of what channels report, where the template has channels. */
export const readReports = (
  ofType: OfType,
  queueNamed: (arn: string) => string,
  functionNamed: (id: string) => string,
): { readonly emails: readonly LocalEmailReports[]; readonly logs: readonly LocalLogSubscription[] } => {
  const destinations = ofType('AWS::SES::ConfigurationSetEventDestination', eventDestination);
  const subscriptions = destinations.length === 0 ? [] : ofType('AWS::SNS::Subscription', subscription);
  const groups = new Map(ofType('AWS::Logs::LogGroup', logGroup));
  return {
    emails: destinations.map(([, { ConfigurationSetName, EventDestination }]) => ({
      configurationSet: ConfigurationSetName,
      events: EventDestination.MatchingEventTypes,
      queueNames: subscriptions
        .filter(([, { TopicArn }]) => TopicArn === EventDestination.SnsDestination.TopicARN)
        .map(([, { Endpoint }]) => queueNamed(Endpoint)),
    })),
    logs: ofType('AWS::Logs::SubscriptionFilter', subscriptionFilter).map(([id, { LogGroupName, DestinationArn }]) => ({
      logGroup: groups.get(LogGroupName)?.LogGroupName ?? LogGroupName,
      filterName: id,
      functionName: functionNamed(DestinationArn),
    })),
  };
};
