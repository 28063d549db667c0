/** Stands for the SDK's cache of discovered endpoints, which only Timestream's operations ever fill. */
export class EndpointCache {
  getEndpoint(): undefined {
    return undefined;
  }
}
