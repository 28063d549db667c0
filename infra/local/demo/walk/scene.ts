import type { Window } from '../../../../lib/domain/plans/plan.ts';
import type { ApiClient } from '../api-client.ts';
import type { DemoItem } from '../catalogue.ts';
import type { DemoDistrict } from '../demo-district.ts';
import type { Narrator } from './narrator.ts';

/** What every part of the walk works with. */
export type Scene = {
  readonly api: ApiClient;
  readonly district: DemoDistrict;
  readonly catalogue: readonly DemoItem[];
  readonly horizon: Window;
  readonly narrate: Narrator;
};
