import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildConsole } from '../../infra/build-console.ts';
import { consolePolicy } from '../../infra/console-files.ts';
import { inspectOnceStacks } from '../../infra/stacks.ts';
import { siteKeyHeader } from '../../lib/contract/site-key.ts';

/** Gzipped kilobytes that a first visit loads: the page, its style, its script, and the first screen. */
const firstLoadBudget = 60;
const screenBudget = 30;

let folder: string;
let index: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspect-once-console-'));
  await buildConsole(folder);
  index = await readFile(join(folder, 'index.html'), 'utf8');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const kilobytes = async (path: string): Promise<number> => gzipSync(await readFile(join(folder, path))).length / 1024;
const named = (text: string): readonly string[] =>
  [...text.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, path = '']) => path);

describe('the built console', () => {
  it('loads within its budget, the largest screen included', async () => {
    const sizes = await Promise.all(['index.html', ...named(index)].map(kilobytes));
    const screens = (await readdir(join(folder, 'assets'))).filter((name) => !index.includes(name));
    const largest = Math.max(...(await Promise.all(screens.map((name) => kilobytes(`assets/${name}`)))));
    expect(largest).toBeLessThanOrEqual(screenBudget);
    expect(sizes.reduce((sum, size) => sum + size, largest)).toBeLessThanOrEqual(firstLoadBudget);
  });

  it('loads nothing from elsewhere, and holds to the policy: no script or style inside the page', () => {
    expect(named(index).length).toBeGreaterThan(2);
    expect(index).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)|https?:\/\//);
  });

  it('holds none of the schemas that the service checks its input with', async () => {
    const scripts = await Promise.all(
      (await readdir(join(folder, 'assets'))).map((name) => readFile(join(folder, 'assets', name), 'utf8')),
    );
    expect(scripts.join()).not.toMatch(/ZodError|safeParse/);
  });
});

describe('the console’s stack', () => {
  it('serves files over HTTPS alone, under the policy of the one-machine run, and the API beside them uncached', () => {
    process.env.CDK_VALIDATION = 'false';
    const app = new App({ analyticsReporting: false, treeMetadata: false });
    inspectOnceStacks(app, { codeOf: () => Code.fromInline('//'), district: 'd', channels: {}, consoleFolder: folder });
    const site = app.node.findChild('InspectOnceConsole');
    const template = Template.fromStack(site as Parameters<typeof Template.fromStack>[0]);
    const [policy] = Object.values(template.findResources('AWS::CloudFront::ResponseHeadersPolicy'));
    expect(JSON.stringify(policy)).toContain(consolePolicy().split('img-src')[0]);
    const [distribution] = Object.values(template.findResources('AWS::CloudFront::Distribution'));
    const { DefaultCacheBehavior, CacheBehaviors } = distribution?.Properties.DistributionConfig ?? {};
    expect(DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https');
    expect(CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern)).toContain('/v1/*');
    const [origin] = (distribution?.Properties.DistributionConfig.Origins ?? []).filter(
      ({ OriginCustomHeaders }: { OriginCustomHeaders?: unknown }) => OriginCustomHeaders,
    );
    expect(origin.OriginCustomHeaders).toEqual([{ HeaderName: siteKeyHeader, HeaderValue: expect.anything() }]);
    expect(JSON.stringify(origin.OriginCustomHeaders)).toContain('resolve:secretsmanager');
    const [bucket] = Object.values(template.findResources('AWS::S3::Bucket'));
    expect(Object.values(bucket?.Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
  });

  it('tells the site’s key to the functions that count by address, and to no other', () => {
    const app = new App({ analyticsReporting: false, treeMetadata: false });
    inspectOnceStacks(app, { codeOf: () => Code.fromInline('//'), district: 'd', channels: {}, consoleFolder: folder });
    const notices = app.node.findChild('InspectOnceNotices') as Parameters<typeof Template.fromStack>[0];
    const functions = Object.values(Template.fromStack(notices).findResources('AWS::Lambda::Function'));
    const told = functions.filter(({ Properties }) => Properties.Environment.Variables.SITE_KEY);
    expect(told.map(({ Properties }) => Properties.Description).sort()).toEqual(['code-page', 'verify-code']);
  });
});
