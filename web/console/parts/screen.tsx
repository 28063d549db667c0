import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLanguage } from '../language.tsx';

type ScreenProps = {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly back?: { readonly href: string; readonly label: string };
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
};

/** One screen: its title is the page's only h1 and the browser tab's name. */
export const Screen = ({ title, lead, back, actions, children }: ScreenProps) => {
  const { say } = useLanguage();
  useEffect(() => {
    document.title = `${title} · ${say('综合查一次', 'Inspect Once')}`;
  }, [title, say]);
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
          <h1 tabIndex={-1}>{title}</h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </header>
      {children}
    </>
  );
};
