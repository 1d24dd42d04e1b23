/** `Ana Reis`, `Ana Reis and Li Wei`, `Ana Reis, Li Wei and 3 more` */
export function names(people: readonly string[]): string {
  if (people.length <= 2) return people.join(' and ')
  return `${people.slice(0, 2).join(', ')} and ${people.length - 2} more`
}
