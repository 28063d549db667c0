import { type HttpApi, HttpMethod, HttpNoneAuthorizer, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import type { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Construct } from 'constructs';
import type { Operation } from '../../lib/contract/operation.ts';
import type { OperationName } from '../../lib/contract/operations.ts';
import { acknowledge } from './acknowledge.ts';
import { districtFunction, type Resources, type Size } from './district-function.ts';

const usual: Size = { memoryMegabytes: 512, timeoutSeconds: 10 };
/** A page of thousands of rows, figures over a year, a paper to set: as long as the gateway waits. */
const bulk: Size = { memoryMegabytes: 1024, timeoutSeconds: 29 };
const bulkOperations: ReadonlySet<string> = new Set<OperationName>([
  'import-items',
  'import-businesses',
  'import-units',
  'submit-plan',
  'check-plan',
  'append-requests',
  'close-plan',
  'suggest-merges',
  'get-statistics',
  'notice-pdf',
  'report-pdf',
  'answer-finding',
  'answer-page',
]);

const openReason = {
  link: 'Opened by the signed token or code in its path, which the function verifies: a business has no login.',
  public: 'Public by rule: what it answers is published, and a person at the door must be verifiable without a login.',
  unknown: 'Answers only that there is no such route.',
} as const;

const route = (
  scope: Construct,
  name: string,
  api: HttpApi,
  routeKey: HttpRouteKey,
  integration: HttpLambdaIntegration,
  access: HttpJwtAuthorizer | keyof typeof openReason,
): void => {
  const open = typeof access === 'string';
  const created = new HttpRoute(scope, `${name}-route`, {
    httpApi: api,
    routeKey,
    integration,
    authorizer: open ? new HttpNoneAuthorizer() : access,
  });
  if (open) acknowledge(created, 'AwsSolutions-APIG4', openReason[access]);
};

const integrationOf = (
  scope: Construct,
  name: OperationName | 'unknown-route',
  resources: Resources,
): HttpLambdaIntegration => {
  const size = bulkOperations.has(name) ? bulk : usual;
  return new HttpLambdaIntegration(`${name}-integration`, districtFunction(scope, name, resources, size));
};

/** A function and a route for every row of one area of the operations table. */
export const operationRoutes = (
  scope: Construct,
  rows: readonly (Operation & { readonly name: OperationName })[],
  api: HttpApi,
  authorizer: HttpJwtAuthorizer,
  resources: Resources,
): void => {
  for (const { name, method, path, access } of rows) {
    const key = HttpRouteKey.with(path, HttpMethod[method]);
    const integration = integrationOf(scope, name, resources);
    route(scope, name, api, key, integration, access === 'staff' ? authorizer : access);
  }
};

/** The function that answers what no row of the table knows. */
export const unknownRoute = (scope: Construct, api: HttpApi, resources: Resources): void =>
  route(scope, 'unknown-route', api, HttpRouteKey.DEFAULT, integrationOf(scope, 'unknown-route', resources), 'unknown');
