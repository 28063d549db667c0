import type { Problem } from '../api/problem.ts';
import { useLanguage } from '../language.tsx';
import { clockTime } from './format.ts';

type LiveNoteProps = { readonly readAt: number | undefined; readonly problem: Problem | undefined };

/** How fresh a screen is that reads itself again. It takes no focus, and speaks up only where the reading got stuck. */
export const LiveNote = ({ readAt, problem }: LiveNoteProps) => {
  const { say } = useLanguage();
  if (readAt === undefined) return null;
  const at = clockTime(readAt, true);
  return (
    <p class={problem ? 'live stuck' : 'live'} role={problem ? 'status' : undefined}>
      {problem
        ? say(
            `连接中断：显示的是 ${at} 的情况，正在自动重试（${problem.title}）`,
            `No connection: this is how it stood at ${at}; trying again (${problem.title})`,
          )
        : say(`实时更新 · ${at}`, `Live · ${at}`)}
    </p>
  );
};
