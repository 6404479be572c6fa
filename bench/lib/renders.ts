/**
 * Counts what React renders, in the page or in a test: the hook its own developer tools use. Put it up before React is
 * loaded. A component is named by a mark on the element it renders (`data-cell`), because its own name is minified.
 */
type Fiber = {
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
  readonly flags: number;
  readonly stateNode: unknown;
};

/** React's mark on a component that really rendered, as its developer tools read it. */
const PERFORMED_WORK = 1;

export type Renders = {
  /** Marks of the components that rendered since the last `take`, in order, one entry per render. */
  readonly take: () => readonly string[];
  readonly stop: () => void;
};

export function countRenders(mark: string): Renders {
  let seen: string[] = [];
  const note = (fiber: Fiber) => {
    const host = fiber.child?.stateNode;
    const name = host instanceof HTMLElement ? host.dataset[mark] : undefined;
    // Only the component right above the element: whatever stands above that has no element of its own as first child.
    if (name !== undefined && !(fiber.stateNode instanceof HTMLElement)) seen.push(name);
  };
  const walk = (next: Fiber, before: Fiber | null): void => {
    if (before === null || (next.flags & PERFORMED_WORK) !== 0) note(next);
    if (before !== null && next.child === before.child) return;
    for (let child = next.child; child !== null; child = child.sibling) walk(child, child.alternate);
  };
  const page = globalThis as { __REACT_DEVTOOLS_GLOBAL_HOOK__?: unknown };
  page.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    isDisabled: false,
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    checkDCE: () => {},
    onCommitFiberRoot: (_id: number, root: { readonly current: Fiber }) => walk(root.current, root.current.alternate),
    onPostCommitFiberRoot: () => {},
    onCommitFiberUnmount: () => {},
  };
  return {
    take: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
    stop: () => {
      page.__REACT_DEVTOOLS_GLOBAL_HOOK__ = undefined;
    },
  };
}
