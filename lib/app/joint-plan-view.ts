import type { JointPlan } from '../domain/joint-plan.ts';
import type { ViewOf } from './request.ts';

export const jointPlanView = ({ district: _, ...plan }: JointPlan): ViewOf<'get-joint-plan'> => plan;
