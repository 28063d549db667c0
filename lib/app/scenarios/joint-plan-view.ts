import type { JointPlan } from '../../domain/scenarios/joint-plan.ts';
import type { ViewOf } from '../request.ts';

export const jointPlanView = ({ district: _, ...plan }: JointPlan): ViewOf<'get-joint-plan'> => plan;
