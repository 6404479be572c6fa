/**
 * Chooses what stays when not everything fits. Costs are vectors (one number per unit that is limited) and add up:
 * text, plus the gap to the sentence before it, plus what its paragraph costs once, plus the break before that.
 *
 *   shrink  give up the least valuable first, until nothing is over
 *   grow    take back the most valuable that still fits, so that no room is left unused
 */
export type Costs = readonly number[];

export type Item = {
  /** Index of the paragraph; items of one paragraph are neighbours. */
  readonly group: number;
  readonly text: Costs;
  /** White space before it when it is not the first that is shown of its paragraph. */
  readonly gap: Costs;
  /** Higher stays longer: tier first, then weight. */
  readonly tier: number;
  readonly weight: number;
};

export type Group = {
  /** Paid once when anything of the paragraph is shown. */
  readonly wrap: Costs;
  /** Paid when the paragraph is not the first that is shown. */
  readonly between: Costs;
};

/** Least valuable first; of equals the later goes first. */
export function byValue(items: readonly Item[]): readonly number[] {
  const order = items.map((_, index) => index);
  const item = (index: number) => items[index] as Item;
  return order.sort((a, b) => item(a).tier - item(b).tier || item(a).weight - item(b).weight || b - a);
}

export class Selection {
  readonly #items: readonly Item[];
  readonly #groups: readonly Group[];
  readonly #order: readonly number[];
  readonly #kept: boolean[];
  readonly #locked: boolean[];
  /** Shown items per group, and the first of them (-1 for none). */
  readonly #first: number[];
  readonly #shown: number[];
  readonly #start: number[];
  #changes = 0;

  constructor(items: readonly Item[], groups: readonly Group[]) {
    this.#items = items;
    this.#groups = groups;
    this.#order = byValue(items);
    this.#kept = items.map(() => true);
    this.#locked = items.map(() => false);
    this.#first = groups.map(() => -1);
    this.#shown = groups.map(() => 0);
    this.#start = groups.map(() => -1);
    for (const [index, { group }] of items.entries()) {
      if (this.#start[group] === -1) {
        this.#start[group] = index;
        this.#first[group] = index;
      }
      this.#shown[group] = (this.#shown[group] ?? 0) + 1;
    }
  }

  get kept(): readonly boolean[] {
    return this.#kept;
  }

  /** How often something went or came back: as long as it stays the same, so does the choice. */
  get changes(): number {
    return this.#changes;
  }

  mostValuableFirst(): readonly number[] {
    return [...this.#order].reverse();
  }

  /** Cost of everything kept; the break before the first paragraph is not paid. */
  total(units: number): number[] {
    const sum: number[] = new Array(units).fill(0);
    const add = (costs: Costs) => {
      for (let unit = 0; unit < units; unit += 1) sum[unit] = (sum[unit] ?? 0) + (costs[unit] ?? 0);
    };
    let firstGroup = true;
    for (const [group, { wrap, between }] of this.#groups.entries()) {
      if (this.#shown[group] === 0) continue;
      add(wrap);
      if (!firstGroup) add(between);
      firstGroup = false;
    }
    for (const [index, { group, text, gap }] of this.#items.entries()) {
      if (this.#kept[index] !== true) continue;
      add(text);
      if (index !== this.#first[group]) add(gap);
    }
    return sum;
  }

  /** Gives up items until `over` (what must be saved per unit) is not positive. Returns how many went. */
  shrink(over: number[]): number {
    let gone = 0;
    for (const index of this.#order) {
      if (over.every((left) => left <= 0)) break;
      if (this.#kept[index] !== true) continue;
      const freed = this.#drop(index);
      for (let unit = 0; unit < over.length; unit += 1) over[unit] = (over[unit] ?? 0) - (freed[unit] ?? 0);
      gone += 1;
    }
    return gone;
  }

  /** Takes back what fits into `room`, most valuable first. Returns the indexes taken. */
  grow(room: number[]): readonly number[] {
    const taken: number[] = [];
    for (let place = this.#order.length - 1; place >= 0; place -= 1) {
      const index = this.#order[place] as number;
      if (this.#kept[index] === true || this.#locked[index] === true) continue;
      const price = this.price(index);
      if (!price.every((cost, unit) => cost <= (room[unit] ?? 0))) continue;
      this.put(index);
      for (let unit = 0; unit < room.length; unit += 1) room[unit] = (room[unit] ?? 0) - (price[unit] ?? 0);
      taken.push(index);
    }
    return taken;
  }

  put(index: number): void {
    const group = this.#groupOf(index);
    this.#changes += 1;
    this.#kept[index] = true;
    this.#shown[group] = (this.#shown[group] ?? 0) + 1;
    const first = this.#first[group] ?? -1;
    if (first === -1 || index < first) this.#first[group] = index;
  }

  /** Takes an item out for good: growing passes it by. */
  lock(index: number): void {
    if (this.#kept[index] === true) this.#drop(index);
    this.#locked[index] = true;
  }

  isLocked(index: number): boolean {
    return this.#locked[index] === true;
  }

  drop(index: number): void {
    if (this.#kept[index] === true) this.#drop(index);
  }

  #drop(index: number): Costs {
    const item = this.#items[index] as Item;
    const { group } = item;
    this.#changes += 1;
    this.#kept[index] = false;
    this.#shown[group] = (this.#shown[group] ?? 0) - 1;
    if (this.#first[group] !== index) return plus(item.text, item.gap);
    let next = index + 1;
    while (next < this.#items.length && this.#items[next]?.group === group && this.#kept[next] !== true) next += 1;
    const alive = next < this.#items.length && this.#items[next]?.group === group;
    this.#first[group] = alive ? next : -1;
    const { wrap, between } = this.#groups[group] as Group;
    return alive ? plus(item.text, (this.#items[next] as Item).gap) : plus(item.text, plus(wrap, between));
  }

  /** What taking this item back would cost beside what is kept now. */
  price(index: number): Costs {
    const { group, text, gap } = this.#items[index] as Item;
    const first = this.#first[group] ?? -1;
    if (first === -1) {
      const { wrap, between } = this.#groups[group] as Group;
      return plus(text, plus(wrap, between));
    }
    return plus(text, index < first ? (this.#items[first] as Item).gap : gap);
  }

  #groupOf(index: number): number {
    return (this.#items[index] as Item).group;
  }
}

const plus = (a: Costs, b: Costs): Costs => a.map((cost, unit) => cost + (b[unit] ?? 0));
