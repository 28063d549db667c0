import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Grants } from '../grants.ts';

/** The notice channels of this deployment. What is not named here is not deployed and not permitted. */
export type Channels = {
  /** The sender's address, verified as an identity of SES. */
  readonly emailFrom?: string;
  /** The configuration set of SES that reports what became of each message. */
  readonly emailReports?: string;
  readonly sms?: boolean;
  /** Signs what is posted to the districts' own gateways; they verify with the same key. */
  readonly webhookKey?: string;
};

/** Permissions and variables of the channels, for functions whose grants name channels. */
export const channelBinding = (stack: Stack, channels: Channels, grants: Grants) => {
  const { emailFrom, emailReports, sms, webhookKey } = channels;
  const statements: PolicyStatement[] = [];
  const environment: Record<string, string> = {};
  if (grants.channels && emailFrom) {
    const identities = [emailFrom, emailFrom.slice(emailFrom.indexOf('@') + 1)];
    statements.push(
      new PolicyStatement({
        // A message that brings its own parts, as a notice with its files does, wants the second one as well.
        actions: ['ses:SendEmail', 'ses:SendRawEmail'],
        resources: [
          ...identities.map((resourceName) => stack.formatArn({ service: 'ses', resource: 'identity', resourceName })),
          ...(emailReports
            ? [stack.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: emailReports })]
            : []),
        ],
      }),
    );
    environment.EMAIL_FROM = emailFrom;
    if (emailReports) environment.EMAIL_CONFIGURATION_SET = emailReports;
  }
  if (grants.channels === true && sms) {
    // A text message to a phone number has no resource that could be named: everything that is a topic is denied instead.
    const topics = stack.formatArn({ service: 'sns', resource: '*' });
    statements.push(new PolicyStatement({ actions: ['sns:Publish'], notResources: [topics] }));
    environment.SMS_ENABLED = 'true';
  }
  if (grants.channels === true && webhookKey) environment.WEBHOOK_KEY = webhookKey;
  return { statements, environment };
};
