import type { ComponentChildren } from 'preact';

type CardProps = {
  readonly title?: string;
  readonly aside?: ComponentChildren;
  readonly tight?: boolean;
  readonly children: ComponentChildren;
};

export const Card = ({ title, aside, tight, children }: CardProps) => (
  <section class={tight ? 'card tight' : 'card'}>
    {(title || aside) && (
      <header class="card-head">
        {title && <h2>{title}</h2>}
        {aside && <div class="aside">{aside}</div>}
      </header>
    )}
    {children}
  </section>
);

/** Facts in two columns: what it is, and what it is here. Facts that are absent leave no row. */
export const Facts = ({ rows }: { readonly rows: readonly (readonly [string, ComponentChildren])[] }) => (
  <dl class="facts">
    {rows
      .filter(([, fact]) => fact !== undefined && fact !== '' && fact !== false)
      .map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
  </dl>
);
