// What screens say of calls, in one place beside what they call with.
export type { Answer, Body, Input, ListName, OperationName, Row } from '../../client/call-types.ts';
