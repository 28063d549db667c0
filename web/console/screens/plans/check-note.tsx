import { useLanguage } from '../../language.tsx';
import { grouped } from '../../parts/format.ts';
import type { PlanCheck } from './check-in-parts.ts';

type CheckNoteProps = {
  readonly check: PlanCheck & { readonly busy: boolean };
  /** Well-formed rows, all of which are to be looked at. */
  readonly of: number;
};

/** What the draft would become as it stands; while many rows are being looked at, how far that is. */
export const CheckNote = ({ check, of }: CheckNoteProps) => {
  const { say, language } = useLanguage();
  const number = (value: number): string => grouped(value, language);
  const { counts, checked, busy } = check;
  if (busy && of > 0 && checked > 0 && checked < of) {
    return (
      <div>
        <progress max={of} value={checked} aria-label={say('核对进度', 'Progress of the check')} />
        <p class="soft small">
          {say(`已核对 ${number(checked)} / ${number(of)} 行`, `${number(checked)} of ${number(of)} rows checked`)}
        </p>
      </div>
    );
  }
  return (
    <p class="soft" role="status">
      {counts && counts.requests > 0 && (
        <>
          {say(
            `按现在的内容：${number(counts.requests)} 项检查任务`,
            `As it stands: ${number(counts.requests)} requests`,
          )}
          {counts.draw &&
            say(
              `，从 ${number(counts.draw.population)} 家中抽取 ${number(counts.draw.drawn)} 家`,
              `, ${number(counts.draw.drawn)} of ${number(counts.draw.population)} businesses drawn`,
            )}
          {counts.satisfied !== undefined &&
            counts.satisfied > 0 &&
            say(
              `，其中 ${number(counts.satisfied)} 项已有可互认的结果`,
              `, ${number(counts.satisfied)} answered already`,
            )}
          {counts.remote > 0 && say(`，${number(counts.remote)} 项非现场`, `, ${number(counts.remote)} off site`)}
        </>
      )}
    </p>
  );
};
