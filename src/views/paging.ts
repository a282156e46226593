import type { ListRoute } from '../routes.ts';

/** One page of a list that is cut into pages. */
export interface Page<T> {
  items: T[];
  /** From 1. */
  number: number;
  /** How many pages there are. */
  last: number;
  /** How many items the whole list has. */
  total: number;
  /** The number of the first item on this page, from 1. */
  from: number;
  to: number;
  path: string;
  previous: string | undefined;
  next: string | undefined;
  /** The pages to link: the first, the last, and those around this one; `undefined` marks a gap. */
  links: ({ number: number; href: string } | undefined)[];
}

const AROUND = 2;

function linkedNumbers(number: number, last: number): number[] {
  const near = [...Array(2 * AROUND + 1).keys()].map((offset) => number - AROUND + offset);
  return [...new Set([1, ...near, last])].filter((each) => each >= 1 && each <= last).sort((a, b) => a - b);
}

function linksOf(number: number, last: number, route: ListRoute): Page<never>['links'] {
  return linkedNumbers(number, last).flatMap((each, index, all) => {
    const gap = index > 0 && each > (all[index - 1] as number) + 1;
    const here = { number: each, href: route(each) };
    return gap ? [undefined, here] : [here];
  });
}

/** Cuts a list into pages of `size` items; an empty list has one empty page. */
export function pagesOf<T>(items: readonly T[], size: number, route: ListRoute): Page<T>[] {
  const last = Math.max(1, Math.ceil(items.length / size));
  return [...Array(last).keys()].map((index) => {
    const number = index + 1;
    const part = items.slice(index * size, number * size);
    return {
      items: part,
      number,
      last,
      total: items.length,
      from: items.length ? index * size + 1 : 0,
      to: index * size + part.length,
      path: route(number),
      previous: number > 1 ? route(number - 1) : undefined,
      next: number < last ? route(number + 1) : undefined,
      links: linksOf(number, last, route),
    };
  });
}
