import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { noAnswer } from './api/problem.ts';
import { useLanguage } from './language.tsx';
import { homeOf } from './menu.ts';
import { ProblemNote } from './parts/problem-note.tsx';
import type { Place } from './router.ts';
import { usePerson } from './session/session.ts';

type ScreenComponent = ComponentType<{ readonly place: Place }>;

// Every screen is a file of its own that is fetched when it is first opened.
const screens: Readonly<Record<string, () => Promise<{ readonly default: ScreenComponent }>>> = {
  figures: () => import('./screens/figures/figures.tsx'),
  plans: () => import('./screens/plans/plans.tsx'),
  scenarios: () => import('./screens/scenarios/scenarios.tsx'),
  'joint-plans': () => import('./screens/scenarios/joint-plans.tsx'),
  recurrences: () => import('./screens/scenarios/recurrences.tsx'),
  consolidations: () => import('./screens/centre/consolidations.tsx'),
  reviews: () => import('./screens/centre/reviews.tsx'),
  draws: () => import('./screens/draws/draws.tsx'),
  ratings: () => import('./screens/figures/ratings.tsx'),
  schedule: () => import('./screens/schedule/schedule.tsx'),
  today: () => import('./screens/schedule/day-board.tsx'),
  visits: () => import('./screens/visits/visits.tsx'),
  urgent: () => import('./screens/schedule/urgent.tsx'),
  absences: () => import('./screens/schedule/absences.tsx'),
  caps: () => import('./screens/figures/cap-use.tsx'),
  round: () => import('./screens/field/round.tsx'),
  businesses: () => import('./screens/catalogue/businesses.tsx'),
  items: () => import('./screens/catalogue/items.tsx'),
  units: () => import('./screens/catalogue/units.tsx'),
  findings: () => import('./screens/findings/findings.tsx'),
  referrals: () => import('./screens/findings/referrals.tsx'),
  mediators: () => import('./screens/findings/mediators.tsx'),
  calendar: () => import('./screens/catalogue/calendar.tsx'),
  'follow-up': () => import('./screens/notices/follow-up.tsx'),
  complaints: () => import('./screens/notices/complaints.tsx'),
  templates: () => import('./screens/notices/templates.tsx'),
  'dead-letters': () => import('./screens/notices/dead-letters.tsx'),
  settings: () => import('./screens/settings/settings.tsx'),
  incidents: () => import('./screens/incidents/incidents.tsx'),
  'duty-rosters': () => import('./screens/incidents/duty-rosters.tsx'),
  publication: () => import('./screens/publication/publication.tsx'),
  'incident-figures': () => import('./screens/incidents/incident-figures.tsx'),
  record: () => import('./screens/record/record.tsx'),
};

type Loaded = { readonly name: string; readonly component?: ScreenComponent; readonly failed?: true };

/** The screen that a place names; its parts decide what of it is shown. */
export const ScreenOf = ({ place }: { readonly place: Place }) => {
  const { say } = useLanguage();
  const person = usePerson();
  const name = place.path[0] ?? homeOf(person);
  const [loaded, setLoaded] = useState<Loaded>({ name: '' });
  useEffect(() => {
    screens[name]?.()
      .then((module) => setLoaded({ name, component: module.default }))
      .catch(() => setLoaded({ name, failed: true }));
  }, [name]);
  if (!(name in screens)) return <h1 tabIndex={-1}>{say('没有这个页面', 'There is no such screen')}</h1>;
  if (loaded.name !== name) return <p class="soft">{say('正在打开…', 'Opening…')}</p>;
  if (!loaded.component) return <ProblemNote problem={noAnswer(say, 0)} onRetry={() => location.reload()} />;
  const Current = loaded.component;
  return <Current place={place} />;
};
