import type { EvidenceFile } from '../../../../lib/domain/field/check-result.ts';
import type { Answer, Input } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Chip } from '../../parts/chip.tsx';
import { scanFault, scanStates } from '../../words/finding-words.ts';

type View = Answer<'get-finding-file'>;

/** Soon where the scanner still looks; else before the address that was given ends. */
const askAgain = ({ scan }: View): number | undefined =>
  scan === 'pending' ? 4000 : scan === 'clean' ? 600_000 : undefined;

type LineProps = { readonly file: EvidenceFile; readonly view: View | undefined; readonly failed: boolean };

const Line = ({ file, view, failed }: LineProps) => {
  const { say, nameOf } = useLanguage();
  const name = file.name ?? file.sha256.slice(0, 12);
  return (
    <li>
      {view?.url ? (
        <a href={view.url} target="_blank" rel="noopener">
          {name}
        </a>
      ) : (
        name
      )}{' '}
      {view && <Chip state={scanStates[view.scan]} />}
      {view?.why !== undefined && (
        <span class="sub">
          {nameOf(scanFault(view.why))}
          {say('；已封存，任何人不能打开', '; kept sealed, handed to nobody')}
        </span>
      )}
      {failed && <span class="soft">{say('无法取得', 'Not to be had')}</span>}
    </li>
  );
};

const FindingFile = ({ file, params }: { readonly file: EvidenceFile } & Input<'get-finding-file'>) => {
  const { value, problem } = useAnswer('get-finding-file', { params }, askAgain);
  return <Line file={file} view={value} failed={problem !== undefined && !value} />;
};

const ReferralFile = ({ file, params }: { readonly file: EvidenceFile } & Input<'get-referral-file'>) => {
  const { value, problem } = useAnswer('get-referral-file', { params }, askAgain);
  return <Line file={file} view={value} failed={problem !== undefined && !value} />;
};

type StepEvidenceProps = {
  readonly of: { readonly findingId: string } | { readonly referralId: string };
  readonly files: readonly EvidenceFile[] | undefined;
};

/** The files of a step, each with what the scanner made of it; a link once it is clean. Nothing where there are none. */
export const StepEvidence = ({ of, files = [] }: StepEvidenceProps) =>
  files.length > 0 ? (
    <ul class="small">
      {files.map((file) => {
        const { fileId } = file;
        return 'findingId' in of ? (
          <FindingFile key={fileId} file={file} params={{ ...of, fileId }} />
        ) : (
          <ReferralFile key={fileId} file={file} params={{ ...of, fileId }} />
        );
      })}
    </ul>
  ) : null;
