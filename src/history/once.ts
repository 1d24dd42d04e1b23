/** Makes a value when it is first asked for: a command that shows one page needs little of all that is known. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
