import { pick } from './scatter.ts';

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓冯韩曹'.split('') as [
  string,
  ...string[],
];
const FIRST = '子文明志宇思雨嘉浩梦晓静欣建俊雅书佳立亦'.split('') as [string, ...string[]];
const SECOND = '涵轩宁远航琪然琳成悦华敏峰颖安洁达歌行舟'.split('') as [string, ...string[]];

/** A made-up name of a person. */
export function personName(row: number, purpose: string): string {
  return (
    pick(SURNAMES, row, `${purpose}/surname`) +
    pick(FIRST, row, `${purpose}/first`) +
    pick(SECOND, row, `${purpose}/second`)
  );
}
