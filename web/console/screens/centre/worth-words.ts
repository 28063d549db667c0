import { useContext } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { SettingsContext } from '../../parts/names.ts';

type Run = Pick<Answer<'get-consolidation'>, 'whatIf'>;

/** The weights that a run planned with; undefined where visits come before all else and no exchange is known. */
const useWeights = ({ whatIf }: Run) => {
  const settings = useContext(SettingsContext)?.inForce;
  if (!settings?.costWeights || settings.lexicographicPlanning) return undefined;
  return { ...settings.costWeights, ...whatIf?.costWeights };
};

/** How much of something a cost could buy at most, in whole ones; undefined where its weight is not known. */
export const useMostOf = (run: Run): ((of: 'visit' | 'unscheduled', cost: number) => number | undefined) => {
  const weights = useWeights(run);
  return (of, cost) => (weights?.[of] ? Math.floor(cost / weights[of]) : undefined);
};

/** A saving in the units of the cost weights, and what those units are. */
export const useSavingWords = (run: Run) => {
  const { say, language } = useLanguage();
  const weights = useWeights(run);
  const number = (value: number): string => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(value);
  return {
    saving: (saves: number): string => say(`代价降 ${number(saves)}`, `cost falls by ${number(saves)}`),
    units:
      weights &&
      say(
        `代价按权重计：一项未安排 ${number(weights.unscheduled)}，一次上门 ${number(weights.visit)}，一个队次 ${number(weights.attendance)}，一趟路程 ${number(weights.trip)}。`,
        `In the units of the weights: a request left out ${number(weights.unscheduled)}, a visit ${number(weights.visit)}, an attendance ${number(weights.attendance)}, a trip ${number(weights.trip)}.`,
      ),
  };
};
