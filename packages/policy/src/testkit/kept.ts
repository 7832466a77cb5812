/** The commands of kinds of record that somebody keeps, by the one that enters such a record: its type. */
export const keptBy = <const K extends Readonly<Record<string, string>>>(kinds: K) =>
  Object.entries(kinds).flatMap(([enters, type]) => [enters, `amend${type}`, `retract${type}`]) as (
    | (keyof K & string)
    | `amend${K[keyof K]}`
    | `retract${K[keyof K]}`
  )[];
