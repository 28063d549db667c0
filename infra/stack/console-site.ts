import { CfnOutput, CfnParameter, Duration, Fn, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { siteKeyHeader } from '../../lib/contract/site-key.ts';
import { consolePolicy } from '../console-files.ts';
import { acknowledge } from './acknowledge.ts';

/** Paths that the API answers behind the same address: the console then calls its own origin, and nothing else. */
const apiPaths = ['/v1/*', '/n/*', '/v', '/v/*', '/p/*', '/openapi.json', '/docs'] as const;

/** The headers of every file of the console: the policy of the one-machine run, and what only HTTPS can promise. */
const consoleHeaders = (stack: Stack, connectTo: string, files: string): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(stack, 'ConsoleHeaders', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: consolePolicy(connectTo, files), override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
    },
  });

/** Puts the built files into the bucket: hashed ones for a year, the others asked for again each time. */
const deployFiles = (stack: Stack, bucket: Bucket, distribution: Distribution, folder: string, config: object) => {
  const assets = new BucketDeployment(stack, 'ConsoleAssets', {
    destinationBucket: bucket,
    sources: [Source.asset(folder)],
    exclude: ['*'],
    include: ['assets/*'],
    prune: false,
    cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
  });
  const pages = new BucketDeployment(stack, 'ConsolePages', {
    destinationBucket: bucket,
    sources: [Source.asset(folder), Source.jsonData('config.json', config)],
    exclude: ['assets/*'],
    prune: false,
    cacheControl: [CacheControl.noCache()],
    distribution,
    distributionPaths: ['/', '/index.html', '/config.json'],
  });
  // A page must never name a file that is not there yet.
  pages.node.addDependency(assets);
};

/** What the site serves: the console built into `folder`, the API, the origin of the files. `siteKey` is what CloudFront proves itself by. */
type Site = {
  readonly api: HttpApi;
  readonly files: Bucket;
  readonly siteKey: string;
  readonly folder: string;
  readonly claimPrefix?: string;
};

/** The console in S3 behind CloudFront, with the API behind the same address. */
export const consoleSite = (stack: Stack, { api, files, siteKey, folder, claimPrefix }: Site): Distribution => {
  const text = (id: string, description: string) => new CfnParameter(stack, id, { type: 'String', description });
  const issuer = text('Issuer', 'The OIDC issuer at which staff sign in, as its discovery document names it');
  const clientId = text(
    'ClientId',
    'The client of that issuer: public, code flow with PKCE, redirecting to this address',
  );
  const connectTo = text('SignInOrigins', 'Origins of its discovery document and token endpoint, apart by spaces');
  const bucket = new Bucket(stack, 'Console', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const apiBehavior: BehaviorOptions = {
    origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint)), {
      customHeaders: { [siteKeyHeader]: siteKey },
    }),
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  };
  const distribution = new Distribution(stack, 'Distribution', {
    defaultRootObject: 'index.html',
    priceClass: PriceClass.PRICE_CLASS_200,
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: consoleHeaders(
        stack,
        connectTo.valueAsString,
        `https://${files.bucketRegionalDomainName}`,
      ),
    },
    additionalBehaviors: Object.fromEntries(apiPaths.map((path) => [path, apiBehavior])),
  });
  deployFiles(stack, bucket, distribution, folder, {
    issuer: issuer.valueAsString,
    clientId: clientId.valueAsString,
    ...(claimPrefix ? { claimPrefix } : {}),
  });
  new CfnOutput(stack, 'ConsoleAddress', { value: `https://${distribution.domainName}`, description: 'The console' });
  acknowledgeSite(stack, bucket, distribution);
  return distribution;
};

const acknowledgeSite = (stack: Stack, bucket: Bucket, distribution: Distribution): void => {
  const files = 'The files are public code of the console; nobody’s data is among them.';
  acknowledge(bucket, 'AwsSolutions-S1', files);
  acknowledge(
    distribution,
    'AwsSolutions-CFR1',
    'Staff and businesses may be anywhere; the API decides who may do what.',
  );
  acknowledge(
    distribution,
    'AwsSolutions-CFR2',
    'The API throttles and authorizes; a firewall is the deployment’s own choice.',
  );
  acknowledge(distribution, 'AwsSolutions-CFR3', 'The API logs its own accesses without the paths that hold tokens.');
  acknowledge(
    distribution,
    'AwsSolutions-CFR4',
    'The default certificate fixes this; a domain of one’s own brings TLS 1.2.',
  );
  acknowledgeCopying(stack);
};

/** Found on CDK's own function that copies files: what it is, and the rights that CDK gives it. */
const copying = [
  'AwsSolutions-L1',
  'Serverless-LambdaDLQ',
  'Serverless-LambdaLatestVersion',
  'Serverless-LambdaTracing',
  'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
  ...['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:DeleteObject*', 's3:Abort*'].map(
    (action) => `AwsSolutions-IAM5[Action::${action}]`,
  ),
  'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*]',
  'AwsSolutions-IAM5[Resource::<Console63CA37A7.Arn>/*]',
  'AwsSolutions-IAM5[Resource::*]',
];

const acknowledgeCopying = (stack: Stack): void => {
  for (const id of copying) {
    acknowledge(stack, id, 'CDK’s own function copies the console into its bucket while a deployment runs.');
  }
};
