import type { Server } from 'node:http';

/** Listens on this machine alone and answers the port: `port` itself, or a free one for 0. */
export const listen = (server: Server, port = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the server listens on no port'));
      else resolve(address.port);
    });
  });

/** Stops listening and closes what is idle or hangs. */
export const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((fault) => (fault ? reject(fault) : resolve()));
    server.closeAllConnections();
  });
