import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, StorageClass } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** How long evidence is looked at often; after that it is kept where keeping is cheap. */
const freshFor = Duration.days(90);

/** How long a file waits to be named: longer than the days in which results may be sent later (setting `backfillDays`). */
const unnamedFor = Duration.days(14);

/**
 * Photos and documents of visits. Evidence outlives every stack that uses it: what a step has named never expires, and what is
 * written over stays as an older version. What was put and never named is cleared away. Browsers reach it by signed addresses alone.
 * @param origin of the console and the pages; every one may try where it is not known, since the signature decides
 */
export const fileStore = (scope: Construct, district: string, origin = '*'): Bucket => {
  const bucket = new Bucket(scope, 'Files', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    cors: [
      {
        allowedOrigins: [origin],
        allowedMethods: [HttpMethods.GET, HttpMethods.PUT, HttpMethods.POST],
        allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
        maxAge: 3600,
      },
    ],
    lifecycleRules: [
      {
        id: 'unnamed-goes',
        prefix: `${district}/unnamed/`,
        expiration: unnamedFor,
        noncurrentVersionExpiration: Duration.days(1),
      },
      { id: 'unnamed-leaves-no-markers', prefix: `${district}/unnamed/`, expiredObjectDeleteMarker: true },
      {
        id: 'cheaper-when-older',
        abortIncompleteMultipartUploadAfter: Duration.days(1),
        transitions: [{ storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: freshFor }],
        noncurrentVersionTransitions: [{ storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: freshFor }],
      },
    ],
  });
  acknowledge(
    bucket,
    'AwsSolutions-S1',
    'Who may see a file is decided, and recorded, where its address is signed; a log of accesses would hold signed addresses.',
  );
  return bucket;
};
