import { useState } from 'preact/hooks';
import type { Problem } from '../../api/problem.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { download } from '../../parts/download.ts';
import { FormProblem, fieldIdOf, SelectField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { today } from '../../parts/today.ts';
import { useApi } from '../../session/session.ts';
import { monthsUpTo } from './periods.ts';

const offered = 24;

/** The paper of a month, to print or send round. */
export const MonthlyReportCard = () => {
  const api = useApi();
  const { say } = useLanguage();
  const months = monthsUpTo(today(), offered);
  const [month, setMonth] = useState(months[1] ?? '');
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem?: Problem }>({ busy: false });
  const fetchReport = async (event: Event): Promise<void> => {
    event.preventDefault();
    setState({ busy: true });
    const outcome = await api.file('report-pdf', { query: { month } });
    setState({ busy: false, ...('problem' in outcome ? { problem: outcome.problem } : {}) });
    if ('value' in outcome) download(`综合查一次月报-${month}.pdf`, outcome.value);
  };
  return (
    <Card title={say('统计月报', 'The monthly report')}>
      <p class="soft small">
        {say(
          'PDF，可打印：当月数字与上月、上年同月比较，公式，各部门和街道，上门最多的主体及原因，待跟进的通知和逾期问题。',
          'A PDF to print, in Chinese: the month beside the month and the year before, the formulas, departments and streets, who was visited most and why, notices to follow up and overdue findings.',
        )}
      </p>
      <FormProblem.Provider value={state.problem}>
        <form onSubmit={fetchReport} noValidate>
          <ProblemNote problem={state.problem} shownAt={(path) => (path ? fieldIdOf(path) : undefined)} />
          <div class="filters">
            <SelectField
              path="month"
              label={say('月份', 'Month')}
              value={month}
              onValue={setMonth}
              options={months.map((one) => [one, one])}
            />
            <div class="actions">
              <button type="submit" disabled={state.busy}>
                {state.busy ? say('正在生成…', 'Being made…') : say('下载月报（PDF）', 'Download the report (PDF)')}
              </button>
            </div>
          </div>
        </form>
      </FormProblem.Provider>
    </Card>
  );
};
