import type { Problem } from '../api/problem.ts';
import { useLanguage } from '../language.tsx';

/** Says that an answer is on its way, unless `unless` says why none came. */
export const Loading = ({ unless }: { readonly unless?: Problem | undefined }) => {
  const { say } = useLanguage();
  return unless ? null : (
    <p class="soft" role="status">
      {say('正在读取…', 'Loading…')}
    </p>
  );
};
