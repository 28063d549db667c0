declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** A DynamoDB over HTTP: on disk below `path`, in memory without one. */
  export default function dynalite(options: { createTableMs: number; path?: string }): Server;
}
