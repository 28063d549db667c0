/** Two days as a window: each stays whole, the line may break between them. */
export const Days = ({ from, to }: { readonly from: string; readonly to: string }) => (
  <>
    <span class="whole">{from} –</span> <span class="whole">{to}</span>
  </>
);
