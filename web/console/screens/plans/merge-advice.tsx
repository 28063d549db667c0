import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Days } from '../../parts/days.tsx';
import { ExportRows } from '../../parts/export-button.tsx';
import { dayWords } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { hrefOf } from '../../router.ts';
import { type PlanDraft, soundRows } from './plan-draft.ts';

type Advice = Answer<'suggest-merges'>;
type Companion = Advice['items'][number]['companions'][number];
type Window = Pick<PlanDraft, 'notBefore' | 'due'>;

const CompanionWords = ({ companion }: { readonly companion: Companion }) => {
  const { say, language } = useLanguage();
  const names = useNames();
  const { departments, day, start, window, sharedClasses, similarLength, order } = companion;
  return (
    <p>
      {departments.map((code) => names.of('departments', code)).join('、')}{' '}
      {day ? `${dayWords(day, language)} ${start ?? ''}` : window && <Days from={window.notBefore} to={window.due} />}
      <span class="sub">
        {[
          day ? say('已排定，可加入', 'stands: yours can join') : say('待安排', 'waits'),
          sharedClasses.length > 0 &&
            say(`${sharedClasses.length} 类检查可互认`, `${sharedClasses.length} checks recognised`),
          similarLength && say('时长相近', 'of similar length'),
          order === 'follow'
            ? say('随对方日期', 'yours follows its date')
            : say('对方随您的日期', 'it follows your date'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
  );
};

const Advised = ({ advice, onWindow }: { readonly advice: Advice; readonly onWindow: (window: Window) => void }) => {
  const { say } = useLanguage();
  const names = useNames();
  return (
    <>
      <p role="status">
        <strong>
          {say(
            `${advice.targets} 家中，${advice.joinable} 家在期限内也有其他部门要去。`,
            `Of ${advice.targets} targets, others will go to ${advice.joinable} within the window.`,
          )}
        </strong>
      </p>
      {advice.shifts.length > 0 && (
        <div class="form-end">
          <span>{say('调整期限可多合并：', 'A shifted window meets more: ')}</span>
          {advice.shifts.map(({ days, window, joinable }) => (
            <button key={days} type="button" class="quiet" onClick={() => onWindow(window)}>
              {say(
                `${window.notBefore} 至 ${window.due}（${days > 0 ? '后' : '前'}移 ${Math.abs(days)} 天，可合并 ${joinable} 家）`,
                `${window.notBefore} to ${window.due} (${Math.abs(days)} days ${days > 0 ? 'later' : 'earlier'}: ${joinable})`,
              )}
            </button>
          ))}
        </div>
      )}
      {advice.items.length > 0 && (
        <p class="form-end">
          <ExportRows
            file="merge-advice"
            rows={advice.items.flatMap(({ businessId, businessName, companions }) =>
              companions.map((companion) => ({ businessId, businessName, ...companion })),
            )}
            columns={[
              [say('主体编号', 'Id'), ({ businessId }) => businessId],
              [say('主体', 'Business'), ({ businessName }) => businessName],
              [
                say('同去的部门', 'Who else goes'),
                ({ departments }) => departments.map((code) => names.of('departments', code)).join(';'),
              ],
              [say('已排定', 'Stands on'), ({ day }) => day ?? ''],
              [say('最早', 'Not before'), ({ window }) => window?.notBefore ?? ''],
              [say('最晚', 'Due'), ({ window }) => window?.due ?? ''],
              [say('可互认', 'Recognised'), ({ sharedClasses }) => sharedClasses.length],
            ]}
          />
        </p>
      )}
      {advice.items.length > 0 && (
        <DataTable
          caption={say('其他部门也要去的主体', 'Targets where others go')}
          rows={advice.items}
          keyOf={({ businessId }) => businessId}
          columns={[
            {
              title: say('主体', 'Business'),
              isHead: true,
              cell: ({ businessId, businessName }) => <a href={hrefOf(['businesses', businessId])}>{businessName}</a>,
            },
            {
              title: say('同去的部门', 'Who else goes'),
              cell: ({ companions }) =>
                companions.map((companion) => <CompanionWords key={JSON.stringify(companion)} companion={companion} />),
            },
          ]}
        />
      )}
    </>
  );
};

/** Before submitting: who else will be at the targets, and by which window more of the visits could be one (三相一就). */
export const MergeAdvice = ({
  draft,
  onWindow,
}: {
  readonly draft: PlanDraft;
  readonly onWindow: (window: Window) => void;
}) => {
  const { say } = useLanguage();
  const command = useCommand('suggest-merges');
  const [advice, setAdvice] = useState<Advice>();
  const businesses = soundRows(draft).map(({ businessId }) => ({ businessId }));
  const { mode, items, notBefore, due } = draft;
  const isReady = businesses.length > 0 && items.length > 0 && notBefore !== '' && due !== '';
  const ask = async (window: Window): Promise<void> =>
    setAdvice(await command.send({ body: { mode, items, window, businesses } }));
  return (
    <Card
      title={say('还有谁要去', 'Who else will be there')}
      aside={
        <button type="button" class="quiet" disabled={!isReady || command.busy} onClick={() => ask({ notBefore, due })}>
          {say('查看合并建议', 'See what could be merged')}
        </button>
      }
    >
      <p class="soft small">
        {say(
          '对象相同、内容相关、时长相近的检查合并上门；频次低的随频次高的日期。填好期限、事项和主体后查看。',
          'Same place, related content, similar length: one visit; the rarer check follows the more frequent. Fill in window, items and businesses first.',
        )}
      </p>
      <ProblemNote problem={command.problem} />
      {advice && (
        <Advised
          advice={advice}
          onWindow={(window) => {
            onWindow(window);
            ask(window);
          }}
        />
      )}
    </Card>
  );
};
