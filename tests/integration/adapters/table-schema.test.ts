import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { records } from '../../../infra/stack/table.ts';
import { tableSchema } from '../../support/adapters/open-table.ts';

const byName = <Row extends { AttributeName: string }>(rows: readonly Row[]) =>
  rows.toSorted((a, b) => (a.AttributeName < b.AttributeName ? -1 : 1));

describe('the table that the adapters are tested on', () => {
  it('has the keys and indexes of the deployed one', () => {
    const stack = new Stack(new App(), 'Test');
    records(stack);
    const [deployed] = Object.values(Template.fromStack(stack).findResources('AWS::DynamoDB::Table'));
    const { KeySchema, GlobalSecondaryIndexes, AttributeDefinitions, TimeToLiveSpecification } =
      deployed?.Properties ?? {};
    expect(KeySchema).toEqual(tableSchema.KeySchema);
    expect(GlobalSecondaryIndexes).toEqual(tableSchema.GlobalSecondaryIndexes);
    expect(byName(AttributeDefinitions)).toEqual(byName(tableSchema.AttributeDefinitions));
    expect(TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true });
  });
});
