import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLanguage } from '../language.tsx';

type ScreenProps = {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly back?: { readonly href: string; readonly label: string };
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
};

/**
 * One screen: its title is the page's only h1 and the browser tab's name. It takes the focus when the screen appears, which
 * may be a while after the way to it was taken: else who works by keyboard would start at the top of the page again.
 */
export const Screen = ({ title, lead, back, actions, children }: ScreenProps) => {
  const { say } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${say('综合查一次', 'Inspect Once')}`;
  }, [title, say]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <header class="screen-head">
        <div>
          {back && (
            <a class="back" href={back.href}>
              <span aria-hidden="true">← </span>
              {back.label}
            </a>
          )}
          <h1 tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </header>
      {children}
    </>
  );
};
