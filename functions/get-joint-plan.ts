import { dynamoJointPlans } from '../lib/adapters/dynamo/joint-plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getJointPlan } from '../lib/app/scenarios/get-joint-plan.ts';
import { scenarioOperations } from '../lib/contract/scenario-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  jointPlans: dynamoJointPlans(table),
};

export const handler = apiFunction(
  scenarioOperations['get-joint-plan'],
  (request) => getJointPlan(ports, request),
  edgePorts(table),
);
