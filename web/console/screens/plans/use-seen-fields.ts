import { useState } from 'preact/hooks';

const fieldOf = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? target.closest('[id^="field-"]')?.id : undefined;

/** The fields that a person has been in and left: nobody is told of a field that they have not come to yet. */
export const useSeenFields = () => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    has: (id: string | undefined): boolean => id !== undefined && ids.has(id),
    leave: ({ target, relatedTarget }: FocusEvent): void => {
      const left = fieldOf(target);
      if (left !== undefined && left !== fieldOf(relatedTarget)) setIds((before) => new Set([...before, left]));
    },
    forget: (): void => setIds(new Set()),
  };
};
