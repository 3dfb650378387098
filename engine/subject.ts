/** What a rule is about: a household, and its parts below it in a tree. `Above` are the names of the subjects above. */
export interface Subject<Name extends string, Above extends string = never> {
  readonly name: Name;
  /** The key of the list of these in the facts of the parent; undefined for the root. */
  readonly key: string | undefined;
  readonly parent: AnySubject | undefined;
  readonly above: readonly Above[];
  readonly label: string;
  /** The key in the facts that holds the id of one instance; without it the place in the list is its id. */
  readonly idKey: string;
  /** Declares a part: its name and the key of its list in the facts of this subject. An absent list is an empty list. */
  part<Part extends string>(
    name: Part,
    key: string,
    options?: { readonly label?: string; readonly idKey?: string },
  ): Subject<Part, Name | Above>;
}

/** Any subject, where its name does not matter. */
export type AnySubject = Subject<string, string>;

/** Declares the root subject of a graph. */
export function subject<Name extends string>(
  name: Name,
  options: { label?: string; idKey?: string } = {},
): Subject<Name> {
  return make(name, undefined, undefined, [], options);
}

function make<Name extends string, Above extends string>(
  name: Name,
  key: string | undefined,
  parent: AnySubject | undefined,
  above: readonly Above[],
  options: { readonly label?: string; readonly idKey?: string },
): Subject<Name, Above> {
  const self: Subject<Name, Above> = {
    name,
    key,
    parent,
    above,
    label: options.label ?? name,
    idKey: options.idKey ?? 'id',
    part: (partName, partKey, partOptions = {}) => {
      if ([name, ...above].some((taken: string) => taken === partName)) {
        throw new Error(
          `The subject '${partName}' is already above '${name}'; every subject in a tree has its own name`,
        );
      }
      return make(partName, partKey, self as AnySubject, [name, ...above], partOptions);
    },
  };
  return self;
}

/** The subjects from just below `top` down to `bottom`: the way an aggregate walks. */
export function pathDown(top: AnySubject, bottom: AnySubject): AnySubject[] {
  const path: AnySubject[] = [];
  for (let at: AnySubject | undefined = bottom; at !== top; at = at.parent) {
    if (at === undefined) throw new Error(`'${bottom.name}' is not a part of '${top.name}'`);
    path.unshift(at);
  }
  return path;
}
