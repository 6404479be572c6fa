import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';

/** Places in the frame that a screen may fill while it is open. */
export type SlotName = 'crumbs' | 'status';
type Slots = {
  readonly places: Partial<Record<SlotName, HTMLElement>>;
  readonly setPlace: (name: SlotName, element: HTMLElement | null) => void;
};
const SlotContext = createContext<Slots | null>(null);

export function SlotProvider({ children }: { readonly children: ReactNode }) {
  const [places, setPlaces] = useState<Partial<Record<SlotName, HTMLElement>>>({});
  const setPlace = useCallback(
    (name: SlotName, element: HTMLElement | null) =>
      setPlaces((before) => {
        if ((before[name] ?? null) === element) return before;
        const { [name]: _old, ...rest } = before;
        return element === null ? rest : { ...rest, [name]: element };
      }),
    [],
  );
  const slots = useMemo<Slots>(() => ({ places, setPlace }), [places, setPlace]);
  return <SlotContext value={slots}>{children}</SlotContext>;
}

/** Where the content goes; `display: contents`, so that the frame lays it out as its own. */
export function SlotPlace({ name }: { readonly name: SlotName }) {
  const slots = useContext(SlotContext);
  const setPlace = slots?.setPlace;
  const ref = useMemo(() => (element: HTMLElement | null) => setPlace?.(name, element), [name, setPlace]);
  return <div ref={ref} style={{ display: 'contents' }} />;
}

/** A screen's content for a place in the frame. */
export function SlotFill({ name, children }: { readonly name: SlotName; readonly children: ReactNode }) {
  const place = useContext(SlotContext)?.places[name];
  return place === undefined ? null : createPortal(children, place);
}
