// Written from docs/draws.md alone: repeats published draws without a line of the product's code.
import { createHash } from 'node:crypto';

const sha = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const ascending = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const gradesInOrder = ['A', 'B', 'C', 'D'];

const numbersOf = (rule, open) => {
  if (rule.count === undefined) {
    return open.map((n, index) => {
      const ratio = rule.ratio ?? rule.byGrade[gradesInOrder[index]];
      if (ratio === undefined || n === 0) return 0;
      const rounded = Math.round(ratio * n * 1e9) / 1e9;
      return Math.min(n, Math.max(1, Math.ceil(rounded)));
    });
  }
  const sum = open.reduce((a, b) => a + b, 0);
  if (sum <= rule.count) return open;
  const numbers = open.map((n) => Math.floor((rule.count * n) / sum));
  const byRemainder = open
    .map((n, index) => ({ index, remainder: (rule.count * n) % sum }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (let left = rule.count - numbers.reduce((a, b) => a + b, 0); left > 0; left -= 1) {
    numbers[byRemainder.shift().index] += 1;
  }
  return numbers;
};

/** The names of the steps at which a draw of businesses does not come out as its file says. */
export const repeatBusinesses = (file) => {
  const wrong = [];
  const population = [...file.population].sort((a, b) => ascending(a.businessId, b.businessId));
  const lines = population.map((one) => `${one.businessId}|${one.creditGrade}|${one.excluded ?? ''}\n`);
  const twice = new Set(population.map((one) => one.businessId)).size !== population.length;
  if (twice || sha(lines.join('')) !== file.populationHash) wrong.push('population');
  if (sha(file.seed) !== file.seedCommitment) wrong.push('seed');
  const { rule } = file;
  const fixed = [
    'inspect-once/draw/1',
    file.drawId,
    file.committedAt,
    `industry=${rule.industry}`,
    `street=${rule.street ?? ''}`,
    `ratio=${rule.ratio ?? ''}`,
    `count=${rule.count ?? ''}`,
    ...gradesInOrder.map((grade) => `${grade}=${rule.byGrade?.[grade] ?? ''}`),
    file.populationHash,
    file.seedCommitment,
  ];
  if (sha(fixed.map((line) => `${line}\n`).join('')) !== file.commitment) wrong.push('commitment');
  const byGrade = gradesInOrder.map((grade) => population.filter((one) => one.creditGrade === grade));
  const open = byGrade.map((some) => some.filter((one) => one.excluded === undefined));
  const numbers = numbersOf(
    rule,
    open.map((some) => some.length),
  );
  const drawn = open.map((some, index) =>
    some
      .map((one) => one.businessId)
      .sort((a, b) => ascending(sha(`${file.seed}|${a}`), sha(`${file.seed}|${b}`)))
      .slice(0, numbers[index]),
  );
  const strata = gradesInOrder.map((grade, index) => ({
    grade,
    population: byGrade[index].length,
    excluded: byGrade[index].length - open[index].length,
    drawn: drawn[index].length,
  }));
  const isStratum = (mine, theirs) => Object.keys(mine).every((key) => mine[key] === theirs?.[key]);
  if (strata.length !== file.strata.length || !strata.every((one, index) => isStratum(one, file.strata[index]))) {
    wrong.push('strata');
  }
  if (drawn.flat().sort(ascending).join() !== file.drawn.join()) wrong.push('drawn');
  if (file.drawnAt < file.committedAt) wrong.push('order');
  return wrong;
};

const multiply = (a, b) => Number((BigInt(a) * BigInt(b)) & 0xffffffffn);
const xor = (a, b) => (a ^ b) >>> 0;

const lotsOf = (text, count) => {
  let s = xor(1779033703, text.length);
  for (let index = 0; index < text.length; index += 1) {
    s = multiply(xor(s, text.charCodeAt(index)), 3432918353);
    s = ((s << 13) | (s >>> 19)) >>> 0;
  }
  return Array.from({ length: count }, () => {
    s = (s + 1831565813) % 4294967296;
    let t = multiply(xor(s, s >>> 15), (s | 1) >>> 0);
    t = xor(t, (t + multiply(xor(t, t >>> 7), (t | 61) >>> 0)) % 4294967296);
    return xor(t, t >>> 14) / 4294967296;
  });
};

/** What does not come out in a consolidation's draws of inspectors: `seed`, or a visit and unit. */
export const repeatInspectors = (file) => {
  const wrong = sha(file.seed) === file.seedCommitment ? [] : ['seed'];
  for (const { visitId, unitId, size, free, loads, drawn } of file.draws) {
    const inOrder = free.every((one, index) => index === 0 || free[index - 1] < one) && free.length === loads.length;
    const lots = lotsOf(`${file.seed}|${visitId}|${unitId}`, free.length);
    const team = free
      .map((inspector, index) => ({ inspector, load: loads[index], lot: lots[index] }))
      .sort((a, b) => a.load - b.load || a.lot - b.lot)
      .slice(0, size)
      .map(({ inspector }) => inspector)
      .sort(ascending);
    if (!inOrder || team.join() !== drawn.join()) wrong.push(`${visitId} ${unitId}`);
  }
  return wrong;
};
