import { describe, expect, test } from 'vitest';
import { answerExamples } from '../../../lib/contract/examples/answer-examples.ts';
import { bodyExamples } from '../../../lib/contract/examples/body-examples.ts';
import { openApiDocument } from '../../../lib/contract/openapi.ts';
import { none, type Operation } from '../../../lib/contract/operation.ts';
import { operations } from '../../../lib/contract/operations.ts';

const rows: readonly Operation[] = Object.values(operations);
const withBody = rows.filter(({ body }) => body !== none);
const document = JSON.parse(JSON.stringify(openApiDocument('http://localhost')));
const documented = ({ path, method }: Operation) => document.paths[path][method.toLowerCase()];

test.each(withBody.map((operation) => [operation.name, operation] as const))(
  '%s has an example in the document, which its own schema takes',
  (_, operation) => {
    const { example } = documented(operation).requestBody.content['application/json'];
    expect(example).toEqual((bodyExamples as Record<string, unknown>)[operation.name]);
    expect(operation.body.safeParse(example)).toMatchObject({ success: true });
  },
);

describe('an answer in the document', () => {
  test.each(Object.entries(answerExamples))('of %s is one that its schema knows, member for member', (name, answer) => {
    const operation: Operation = operations[name as keyof typeof answerExamples];
    expect(operation.response.parse(answer)).toEqual(answer);
    expect(documented(operation).responses[operation.status].content['application/json'].example).toEqual(answer);
  });
});

test('there is no example of an operation that does not exist', () => {
  expect(Object.keys(bodyExamples).toSorted()).toEqual(withBody.map(({ name }) => name).toSorted());
});
