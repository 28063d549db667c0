/** How a row's requests fell into visits made and avoided, as a bar as long as its share of the largest row. Figures stand beside it. */
export const ShareBar = ({
  made,
  avoided,
  most,
}: {
  readonly made: number;
  readonly avoided: number;
  readonly most: number;
}) => {
  const width = 160;
  const scale = most > 0 ? width / most : 0;
  const first = made * scale;
  return (
    <svg class="chart share" viewBox={`0 0 ${width} 12`} aria-hidden="true" preserveAspectRatio="none">
      <rect class="made" x={0} y={0} height={12} width={first} rx={2} />
      <rect class="avoided" x={first} y={0} height={12} width={Math.max(0, avoided) * scale} rx={2} />
    </svg>
  );
};
