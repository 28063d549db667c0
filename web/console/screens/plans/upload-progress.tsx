import { useLanguage } from '../../language.tsx';
import { grouped } from '../../parts/format.ts';

type UploadProgressProps = { readonly sent: number; readonly of: number; readonly busy: boolean };

/** How many rows of a plan that is submitted in parts are in. */
export const UploadProgress = ({ sent, of, busy }: UploadProgressProps) => {
  const { say, language } = useLanguage();
  const [done, all] = [grouped(sent, language), grouped(of, language)];
  return (
    <div role="status">
      <progress max={of} value={sent} aria-label={say('提交进度', 'Progress of the submission')} />
      <p class="soft small">
        {busy
          ? say(`已提交 ${done} / ${all} 行`, `${done} of ${all} rows are in`)
          : say(
              `已提交 ${done} / ${all} 行。再次点击“提交计划”将从这里继续。`,
              `${done} of ${all} rows are in. Submit again and it goes on from here.`,
            )}
      </p>
    </div>
  );
};
