import { useEffect, useRef, useState } from 'preact/hooks';
import { useApi } from '../../session/session.ts';
import { checkInParts, type Judgements, type PlanCheck } from './check-in-parts.ts';
import { blankPlan, draftToPlan, type PlanDraft, soundRows } from './plan-draft.ts';

/** How long a person has to pause before what they wrote is looked at. */
const pauseMs = 500;
const nothing: PlanCheck = { errors: [], checked: 0 };

/** What the service would say of the draft, asked while it is being written; what it says never changes anything. */
export const usePlanCheck = (draft: PlanDraft): PlanCheck & { readonly busy: boolean } => {
  const api = useApi();
  const known = useRef<Judgements>(new Map());
  const [check, setCheck] = useState<PlanCheck>(nothing);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (draft === blankPlan) return setCheck(nothing);
    let wanted = true;
    const timer = setTimeout(async () => {
      const { businesses, ...plan } = draftToPlan(draft);
      const named = soundRows(draft).length > 0 ? { businesses } : {};
      setBusy(true);
      await checkInParts(api, { ...plan, ...named }, known.current, (next) => wanted && setCheck(next));
      if (wanted) setBusy(false);
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [api, draft]);
  return { ...check, busy };
};
