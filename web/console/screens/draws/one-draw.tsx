import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { grouped, instantWords } from '../../parts/format.ts';
import { History } from '../../parts/history.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { modes } from '../../words/enumerations.ts';

type Draw = Answer<'get-draw'>;

const Result = ({ draw }: { readonly draw: Draw }) => {
  const { say, language } = useLanguage();
  if (!draw.strata) return null;
  const caption = say('按信用等级', 'By credit grade');
  return (
    <Card tight title={caption}>
      <DataTable
        caption={caption}
        rows={draw.strata}
        keyOf={(row) => row.grade}
        columns={[
          { title: say('等级', 'Grade'), isHead: true, cell: (row) => row.grade },
          { title: say('家数', 'Businesses'), isNumber: true, cell: (row) => grouped(row.population, language) },
          { title: say('排除', 'Out'), isNumber: true, cell: (row) => grouped(row.excluded, language) },
          { title: say('抽中', 'Drawn'), isNumber: true, cell: (row) => grouped(row.drawn, language) },
        ]}
      />
    </Card>
  );
};

/** A draw as anyone may repeat it: what was fixed before, and what came of it. */
export const OneDraw = ({ drawId }: { readonly drawId: string }) => {
  const { say, language, nameOf } = useLanguage();
  const names = useNames();
  const { role, department } = usePerson();
  const { value: draw, problem, reload } = useAnswer('get-draw', { params: { drawId } });
  const command = useCommand('perform-draw');
  const back = { href: hrefOf(['draws']), label: say('双随机抽取', 'Draws') };
  if (!draw) {
    return (
      <Screen title={say('双随机抽取', 'Draw')} back={back}>
        <ProblemNote problem={problem} onRetry={reload} />
      </Screen>
    );
  }
  const perform = async (): Promise<void> => {
    if (await command.send({ params: { drawId }, version: draw.version })) reload();
  };
  const isOwn = mayCall(role, 'perform-draw') && draw.department === department;
  return (
    <Screen
      title={draw.title}
      back={back}
      lead={`${names.of('industries', draw.rule.industry)} · ${nameOf(modes[draw.mode])}`}
      actions={
        <>
          {isOwn && draw.status === 'committed' && (
            <button type="button" onClick={perform} disabled={command.busy}>
              {say('实施抽取并公布种子', 'Draw, and publish the seed')}
            </button>
          )}
          {isOwn && draw.status === 'drawn' && (
            <a class="button" href={hrefOf(['plans', 'new'])}>
              {say('据此建立检查计划', 'Make a plan of it')}
            </a>
          )}
          <a class="button quiet" href={`/p/draws/${encodeURIComponent(drawId)}`} target="_blank" rel="noopener">
            {say('公示页', 'The public page')}
          </a>
        </>
      }
    >
      <ProblemNote problem={command.problem} />
      <Card title={say('抽取前已固定', 'Fixed before the draw')}>
        <Facts
          rows={[
            [say('固定时间', 'Fixed at'), instantWords(draw.committedAt, language)],
            [say('名录', 'Population'), grouped(draw.population, language)],
            [say('近期已查，排除', 'Out: visited lately'), grouped(draw.excluded['visited-lately'] ?? 0, language)],
            [say('名单免检，排除', 'Out: exempt by name'), grouped(draw.excluded.exempt ?? 0, language)],
            [say('总承诺', 'Commitment'), <code key="commitment">{draw.commitment}</code>],
            [say('种子承诺', 'Hash of the seed'), <code key="seed">{draw.seedCommitment}</code>],
            [say('公开日期', 'Public from'), draw.openFrom],
            [say('抽取时间', 'Drawn at'), draw.drawnAt && instantWords(draw.drawnAt, language)],
            [say('种子', 'Seed'), draw.seed && <code key="value">{draw.seed}</code>],
          ]}
        />
      </Card>
      <Result draw={draw} />
      <History entries={draw.history} />
    </Screen>
  );
};
