import { type DispositionOrder, decideDisposition as decide } from '../../domain/findings/decide-disposition.ts';
import { localDate } from '../../domain/local-time.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeFinding, type FindingPorts } from './change-finding.ts';
import { findingView } from './finding-view.ts';

type Request = RequestOf<'decide-disposition'>;

const toOrder = async (
  { mediators }: Pick<Ports, 'mediators'>,
  { body, principal }: Request,
): Promise<DispositionOrder> => {
  if (body.kind !== 'negotiated-settlement') return body;
  const { mediatorId, ...order } = body;
  return { ...order, mediator: await mediators.find({ district: principal.district }, mediatorId) };
};

/** Decides the disposition of a finding, against all that was found at its business, whoever found it. */
export const decideDisposition = async (
  ports: FindingPorts & Pick<Ports, 'mediators'>,
  request: Request,
): Promise<ViewOf<'decide-disposition'> | Refusal> => {
  const { principal, now } = request;
  const order = await toOrder(ports, request);
  const changed = await changeFinding(ports, request, async (finding, step) => {
    const ofBusiness = await ports.findings.ofBusiness({ district: principal.district }, finding.businessId);
    return decide(finding, order, { ofBusiness, settings: step.settings }, step);
  });
  return isRefusal(changed) ? changed : findingView(changed, localDate(now));
};
