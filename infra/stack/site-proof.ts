import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { acknowledge } from './acknowledge.ts';

/**
 * What the site's CloudFront sends with each request to the API, and functions that count by address compare: without it
 * anybody could send the API a made-up address. A reference that CloudFormation resolves; no template holds the value.
 */
export const siteProof = (stack: Stack): string => {
  const secret = new Secret(stack, 'SiteKey', {
    description: 'Inspect Once: tells functions that a request came through the site’s own CloudFront',
    generateSecretString: { passwordLength: 48, excludePunctuation: true },
    removalPolicy: RemovalPolicy.DESTROY,
  });
  acknowledge(
    secret,
    'AwsSolutions-SMG4',
    'It opens nothing: whoever knew it could only make up the address that its wrong codes are counted by.',
  );
  return secret.secretValue.unsafeUnwrap();
};
