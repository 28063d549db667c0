import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../api/call.ts';
import { hrefOf } from '../router.ts';
import { useApi } from '../session/session.ts';

const known = new Map<string, Promise<string>>();
const waiting: (() => void)[] = [];
const mostAtOnce = 4;
let running = 0;

const inTurn = async <Value,>(work: () => Promise<Value>): Promise<Value> => {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
};

const nameOf = (api: Api, businessId: string): Promise<string> => {
  const asked =
    known.get(businessId) ??
    inTurn(async () => {
      const found = await api.call('get-business', { params: { businessId } });
      return 'value' in found ? found.value.name : '';
    });
  known.set(businessId, asked);
  return asked;
};

/** A business by name where only its id is known; asked for once, a few at a time. */
export const BusinessName = ({ businessId }: { readonly businessId: string }) => {
  const api = useApi();
  const [name, setName] = useState('');
  useEffect(() => {
    let wanted = true;
    nameOf(api, businessId).then((found) => {
      if (wanted) setName(found);
    });
    return () => {
      wanted = false;
    };
  }, [api, businessId]);
  return (
    <>
      <a href={hrefOf(['businesses', businessId])}>{name || businessId}</a>
      {name && <span class="sub">{businessId}</span>}
    </>
  );
};
