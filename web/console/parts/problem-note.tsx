import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../api/problem.ts';
import { useLanguage } from '../language.tsx';

type ProblemNoteProps = {
  readonly problem: Problem | undefined;
  /** Errors that a field already shows: the note links to them instead of repeating where they are. */
  readonly shownAt?: (path: string) => string | undefined;
  readonly onRetry?: () => void;
  readonly children?: ComponentChildren;
};

const mostErrors = 20;

/** What the field with this id is called on the screen. */
const labelOf = (id: string): string => {
  const label = document.querySelector(`label[for="${id}"]`) ?? document.getElementById(id)?.querySelector('legend');
  return label?.textContent ? `${label.textContent}: ` : '';
};

/** Why something was refused, in the person's language, with the id that support asks for. It takes the focus when it appears. */
export const ProblemNote = ({ problem, shownAt, onRetry, children }: ProblemNoteProps) => {
  const { say } = useLanguage();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) note.current?.focus();
  }, [problem]);
  if (!problem) return null;
  return (
    <div class="note bad" role="alert" tabIndex={-1} ref={note}>
      <p class="note-title">{problem.title}</p>
      {problem.errors.length === 0 && problem.detail && problem.detail !== problem.title && <p>{problem.detail}</p>}
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.slice(0, mostErrors).map(({ path, message }) => {
            const id = shownAt?.(path);
            return (
              <li key={`${path} ${message}`}>
                {id ? (
                  <a
                    href={`#${id}`}
                    onClick={(event) => {
                      event.preventDefault();
                      document.getElementById(id)?.focus();
                    }}
                  >
                    {labelOf(id)}
                    {message}
                  </a>
                ) : (
                  message
                )}
                {!id && path && <code>{path}</code>}
              </li>
            );
          })}
        </ul>
      )}
      {problem.errors.length > mostErrors && (
        <p>{say(`另有 ${problem.errors.length - mostErrors} 处`, `and ${problem.errors.length - mostErrors} more`)}</p>
      )}
      {children}
      <p class="soft small">
        {problem.requestId && (
          <>
            {say('请求编号', 'Request')} <code>{problem.requestId}</code>{' '}
          </>
        )}
        {onRetry && (
          <button type="button" class="link" onClick={onRetry}>
            {say('重试', 'Try again')}
          </button>
        )}
      </p>
    </div>
  );
};
