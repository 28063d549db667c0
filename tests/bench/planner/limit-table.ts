import { contenders } from './contenders/all.ts';
import { whole } from './report.ts';
import { costAtLimit, type Standing } from './standings.ts';

const cell = (cost: number | null, isBest: boolean) =>
  cost === null ? '–' : isBest ? `**${whole(cost)}**` : whole(cost);

/** What each contender would have answered at each limit, the cheapest in bold, as a Markdown table. */
export const limitTable = (standings: readonly Standing[], limits: readonly number[]): string => {
  const bestAt = (instance: string, limit: number) =>
    Math.min(
      ...standings
        .filter((standing) => standing.instance === instance)
        .map((standing) => costAtLimit(standing, limit) ?? Number.POSITIVE_INFINITY),
    );
  const rows = standings.map((standing) => {
    const { instance, contender } = standing;
    const cells = limits.map((limit) => {
      const cost = costAtLimit(standing, limit);
      return cell(cost, cost === bestAt(instance, limit));
    });
    return `| ${[instance, contenders[contender].title, ...cells].join(' | ')} |`;
  });
  const headings = ['instance', 'planner', ...limits.map((limit) => `${limit} s`)];
  return [`| ${headings.join(' | ')} |`, `| ---${' | ---'}${' | ---:'.repeat(limits.length)} |`, ...rows].join('\n');
};

/** In how many pairs of instance and limit ours is ahead of every other contender, level with the best of them, or behind. */
export const aheadSentence = (standings: readonly Standing[], limits: readonly number[]): string => {
  const count = { ahead: 0, level: 0, nobody: 0 };
  const behind: string[] = [];
  for (const ours of standings.filter(({ contender }) => contender === 'ours'))
    for (const limit of limits) {
      const others = standings
        .filter(({ instance, contender }) => instance === ours.instance && contender !== 'ours')
        .map((standing) => costAtLimit(standing, limit) ?? Number.POSITIVE_INFINITY);
      const own = costAtLimit(ours, limit) ?? Number.POSITIVE_INFINITY;
      const best = Math.min(Number.POSITIVE_INFINITY, ...others);
      if (own < best) count.ahead++;
      else if (own > best) behind.push(`${ours.instance} at ${limit} s by ${whole(own - best)}`);
      else if (own === best && Number.isFinite(own)) count.level++;
      else count.nobody++;
    }
  const parts = [
    `ahead of every other contender in ${count.ahead}`,
    `level with the best of them in ${count.level}`,
    ...(count.nobody > 0 ? [`in ${count.nobody} nobody has a plan`] : []),
    behind.length === 0 ? 'behind in none' : `behind in ${behind.length} (${behind.join('; ')})`,
  ];
  return `Of ${count.ahead + count.level + count.nobody + behind.length} pairs of instance and limit this planner is ${parts.join(', ')}.`;
};
