import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { answerExamples } from '../../../lib/contract/examples/answer-examples.ts';
import { openApiDocument } from '../../../lib/contract/openapi.ts';
import { none, type Operation } from '../../../lib/contract/operation.ts';
import { operations } from '../../../lib/contract/operations.ts';
import { problemKinds } from '../../../lib/contract/problems.ts';
import { tagNames, tagOf } from '../../../lib/contract/tags.ts';
import { readOpenApi } from '../../../web/docs-document.ts';
import { docsPage } from '../../../web/docs-page.ts';

const rows: readonly Operation[] = Object.values(operations);
const document = JSON.parse(JSON.stringify(openApiDocument('http://localhost')));

describe('the document', () => {
  test('is valid OpenAPI 3.1 by a validator of its schema, references included', async () => {
    const validator = new Validator();
    expect(await validator.validate(document)).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    expect(() => validator.resolveRefs()).not.toThrow();
  });

  test('has every operation once, with its roles and refusals', () => {
    const documented = Object.values<Record<string, { readonly operationId: string }>>(document.paths)
      .flatMap((methods) => Object.values(methods))
      .map(({ operationId }) => operationId);
    expect(documented.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
    const { post } = document.paths['/v1/plans'];
    expect(post).toMatchObject({ 'x-roles': ['planner'], 'x-access': 'staff', tags: ['plans'] });
    expect(post['x-refusals']).toEqual(expect.arrayContaining(['plan-refused', 'forbidden', 'key-reused']));
  });

  test('names every part of the API in both languages', () => {
    expect([...new Set(rows.map(({ path }) => tagOf(path)))].filter((tag) => !(tag in tagNames))).toEqual([]);
  });
});

describe('the page of the document', () => {
  const pages = { 'zh-CN': docsPage(readOpenApi(document), 'zh-CN'), en: docsPage(readOpenApi(document), 'en') };
  const sectionOf = (page: string, id: string): string => {
    const from = page.indexOf(`<section class="op" id="${id}">`);
    return from < 0 ? '' : page.slice(from, page.indexOf('</section>', from));
  };

  test.each(rows.map((operation) => [operation.name, operation] as const))(
    'shows %s in both languages',
    (_, operation) => {
      const [zh, en] = [sectionOf(pages['zh-CN'], operation.name), sectionOf(pages.en, operation.name)];
      expect(zh).toContain(`${operation.method}</span> <code>${operation.path}</code>`);
      expect(en).toContain(operation.roles.length > 0 ? `Roles: ${operation.roles.join(', ')}` : '<p class="soft">');
      expect(zh.includes('请求内容')).toBe(operation.body !== none);
      expect(en).toContain(`Answer ${operation.status}`);
      const examples = Number(operation.body !== none) + Number(operation.name in answerExamples);
      expect(zh.split('<summary>示例</summary>')).toHaveLength(examples + 1);
      for (const kind of operation.problems) {
        const place = sectionOf(pages.en, operation.name).includes(`<code>${kind}</code>`) ? zh : pages['zh-CN'];
        expect(place).toContain(`${problemKinds[kind].status} ${problemKinds[kind].title.zh}`);
      }
    },
  );

  test('has no script, and no link within itself that leads nowhere', () => {
    for (const page of Object.values(pages)) {
      expect(page).not.toContain('<script');
      const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
      expect(targets.filter((id) => !ids.has(id))).toEqual([]);
      expect(ids.size).toBe([...page.matchAll(/ id="([^"]+)"/g)].length);
    }
  });
});
