/** Something that the state of a case says a person did: its chain must have an entry of it. */
export interface RecordedAct<Command extends string = string> {
  readonly what: string;
  /** The commands that can have recorded it. */
  readonly by: readonly (Command | 'open')[];
  /** The person; absent where the state does not say. */
  readonly actor?: string;
  readonly at: string;
}

/** The act of somebody, when it was done. */
export function acted<Command extends string>(
  what: string,
  by: RecordedAct<Command>['by'],
  who: { readonly by: string; readonly at: string } | undefined,
): readonly RecordedAct<Command>[] {
  return who === undefined ? [] : [{ what, by, actor: who.by, at: who.at }];
}

/** A list of the state that grows by one with every entry of these commands: what was taken out of it is missed. */
export interface CountedList<State, Command extends string = string> {
  readonly what: string;
  readonly by: readonly Command[];
  readonly in: (state: State) => number;
}
