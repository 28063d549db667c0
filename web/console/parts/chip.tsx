import { useLanguage } from '../language.tsx';
import type { Shown } from '../words/enumerations.ts';

/** A state in words, with its tone beside them: colour never says it alone. */
export const Chip = ({ state }: { readonly state: Shown }) => {
  const { nameOf } = useLanguage();
  return <span class={`chip ${state.tone}`}>{nameOf(state)}</span>;
};
